// The page of a picture about one record: where one is, what it shows, and the other pictures of the same.
import type { ReactNode } from "react";
import { useWords } from "../desk.tsx";
import { PrintAction } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { PictureLinks } from "./picture-links.tsx";

interface PicturePageProps {
  readonly picture: "graph" | "timeline";
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

export function PicturePage({ picture, kind, id, label, children }: PicturePageProps) {
  const words = useWords();
  return (
    <article className="page wide">
      <Crumbs
        trail={[
          { label: words.t(`kind.${kind}`), to: ["list", kind] },
          { label, to: [kind, id] },
        ]}
      />
      <div className="title-line">
        <h1>{words.t(`pictures.${picture}.of`, { label })}</h1>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </div>
      <PictureLinks kind={kind} id={id} here={picture} />
      {children}
    </article>
  );
}
