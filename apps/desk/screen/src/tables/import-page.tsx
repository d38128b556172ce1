// One import of a table: what it is called, whether it stands, and taking all of it back or bringing it back.
import { useCallback } from "react";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { BringBack } from "./bring-back.tsx";
import { ImportMoments } from "./import-list.tsx";
import { TakeBack } from "./take-back.tsx";

export function ImportPage({ id }: { readonly id: string }) {
  const { words, api, version } = useDesk();
  const { value: known, error } = useAnswer(
    useCallback(() => api.knownImport(id), [api, id]),
    version,
  );
  if (known === null) return <Waiting error={error} />;
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t("desk.table.title"), to: ["import"] }]} />
      <h1>
        <bdi>{known.name}</bdi>
      </h1>
      <p>
        <bdi>{known.fileName}</bdi> <ImportMoments of={known} />
      </p>
      {known.withdrawn === null ? <TakeBack table={id} /> : <BringBack table={id} />}
    </article>
  );
}
