// A screen about one letter: its name and the way back above, what stands there read first.
import type { ReactNode } from "react";
import type { LetterPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";

interface LetterPageOfProps {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly children: (page: LetterPage) => ReactNode;
}

export function LetterPageOf({ id, title, note, children }: LetterPageOfProps) {
  const { words } = useDesk();
  const { value: page, error } = useQuery<LetterPage>("letter.page", { letter: id });
  if (page === null) return <Waiting error={error} />;
  return (
    <article className="page letter">
      <Crumbs
        trail={[
          { label: words.t("kind.letter"), to: ["list", "letter"] },
          { label: page.title?.text ?? words.t("kind.letter.one"), to: ["letter", id] },
        ]}
      />
      <h1>{title}</h1>
      {page.frozen === null ? (
        <p className="note">{note}</p>
      ) : (
        <p className="waits">{words.t("error.letters.frozen")}</p>
      )}
      {children(page)}
    </article>
  );
}
