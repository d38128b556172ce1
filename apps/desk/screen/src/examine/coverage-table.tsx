// What was looked at, artifact by artifact, and what was missing, empty or unreadable.
import type { Coverage } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { useWords } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";
import { artifactLabel, noteOr } from "../words/labels.ts";

export function CoverageTable({ coverage }: { readonly coverage: readonly Coverage[] }) {
  const words = useWords();
  return (
    <table className="records coverage">
      <caption className="hidden">{words.t("examination.looked-at")}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t("desk.coverage.artifact")}</th>
          <th scope="col">{words.t("desk.coverage.status")}</th>
          <th scope="col">{words.t("desk.coverage.rows")}</th>
        </tr>
      </thead>
      <tbody>
        {coverage.map((entry, index) => (
          <tr key={index}>
            <th scope="row">
              <bdi>{artifactLabel(words, entry.artifact)}</bdi>{" "}
              {entry.file !== undefined && <small dir="ltr">{entry.file}</small>}
            </th>
            <td
              data-label={words.t("desk.coverage.status")}
              className={entry.status === "read" ? "" : "waits"}
            >
              {words.t(`coverage.${entry.status}`)} {noteOf(words, entry)}
            </td>
            <td data-label={words.t("desk.coverage.rows")}>{numberWords(words, entry.rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function noteOf(words: Translator, { note }: Coverage) {
  if (note === undefined) return null;
  const text = noteOr(words, note, "");
  return text === "" ? null : <small>{text}</small>;
}
