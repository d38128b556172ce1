// Who did what when, newest first.
import type { HistoryEntry } from "@tocsin/workspace";
import { kindNamed, useDesk } from "../desk.tsx";
import { momentWords } from "../words/date-words.ts";
import { deviceWords } from "../words/device-words.ts";
import { textOr } from "../words/labels.ts";

interface HistoryProps {
  readonly kind: string;
  readonly entries: readonly HistoryEntry[];
}

export function History({ kind, entries }: HistoryProps) {
  const { words } = useDesk();
  return (
    <details className="history">
      <summary>{words.t("desk.history")}</summary>
      <ol>
        {entries.map((entry, index) => (
          <li key={`${entry.commit}-${index}`}>
            <HistoryLine kind={kind} entry={entry} />
          </li>
        ))}
      </ol>
    </details>
  );
}

export function HistoryLine({ kind, entry }: { readonly kind: string; readonly entry: HistoryEntry }) {
  const desk = useDesk();
  const { words, definitions } = desk;
  const fields = kindNamed(definitions, kind)?.form.fields ?? [];
  const names = entry.changes.map(({ field }) => {
    const known = fields.find(({ name }) => name === field);
    return known === undefined ? field : words.t(known.label);
  });
  const list = new Intl.ListFormat(words.locale, { type: "unit" }).format(names);
  return (
    <>
      <strong>{textOr(words, `command.${entry.act}`, entry.act)}</strong> <span>{list}</span>{" "}
      <small>
        {words.t("desk.history.entry", {
          who: deviceWords(desk, entry.device),
          when: momentWords(words, entry.at),
        })}
      </small>
    </>
  );
}
