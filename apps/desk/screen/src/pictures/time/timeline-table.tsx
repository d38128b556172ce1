// The timeline as a table: every mark of the picture, and what has no day at its end.
import type { TimelineMark } from "@tocsin/workspace";
import { useDesk } from "../../desk.tsx";
import { addressOf } from "../../router.ts";
import { dateWords } from "../../words/date-words.ts";
import { markKey, markLabel, markSort, markSureness } from "./mark-words.ts";

export function TimelineTable({ marks }: { readonly marks: readonly TimelineMark[] }) {
  const desk = useDesk();
  const { words } = desk;
  const columns = ["when", "what", "kind", "sure"].map((name) => words.t(`pictures.column.${name}`));
  const [when, , kind, sure] = columns;
  return (
    <table className="records">
      <caption className="hidden">{words.t("pictures.timeline")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => {
          const label = markLabel(desk, mark);
          const sureness = markSureness(words, mark).join(" · ");
          return (
            <tr key={markKey(mark)}>
              <td data-label={when}>{dateWords(words, mark.date)}</td>
              {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
              <th scope="row">
                <a href={addressOf(mark.kind, mark.record)}>
                  <bdi>{label}</bdi>
                </a>
              </th>
              <td data-label={kind}>{markSort(words, mark)}</td>
              <td data-label={sure} data-empty={sureness === ""}>
                {sureness}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
