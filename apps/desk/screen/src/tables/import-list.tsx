// Tables that came in, newest first, each with whether it still stands.
import { useCallback } from "react";
import type { KnownImport } from "../api/contract/tables.ts";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { momentWords } from "../words/date-words.ts";

export function ImportList() {
  const { words, api, version } = useDesk();
  const { value: imports } = useAnswer(
    useCallback(() => api.imports(), [api]),
    version,
  );
  if (imports === null || imports.length === 0) return null;
  return (
    <section aria-labelledby="imports">
      <h2 id="imports">{words.t("desk.import.list")}</h2>
      <p className="note">{words.t("desk.import.list.note")}</p>
      <ul className="card plain">
        {imports.map((each) => (
          <li key={each.id}>
            <a href={addressOf("table", each.id)}>
              <bdi>{each.name}</bdi>
            </a>
            <ImportMoments of={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ImportMoments({ of: { imported, withdrawn } }: { readonly of: KnownImport }) {
  const { words } = useDesk();
  return (
    <small>
      {imported !== null &&
        words.t("desk.import.came-in", { when: momentWords(words, Date.parse(imported)) })}{" "}
      {withdrawn !== null &&
        words.t("desk.import.withdrawn", { when: momentWords(words, Date.parse(withdrawn)) })}
    </small>
  );
}
