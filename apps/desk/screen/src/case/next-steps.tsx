// What comes next in a case: tasks, days in law, hearings, and letters whose answer is waited for.
import { isEdtf, parseEdtf } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { CasePage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { useNow } from "../parts/now.ts";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";

const shown = 6;
const day = 86_400_000;

export function NextSteps({ next }: { readonly next: CasePage["next"] }) {
  const words = useWords();
  const now = useNow(day / 24);
  if (next.length === 0) return null;
  return (
    <>
      <h2>{words.t("desk.case.next")}</h2>
      <ul className="card plain">
        {next.slice(0, shown).map((row) => (
          <li key={row.record}>
            <a href={addressOf(row.kind, row.record)}>
              <bdi>{row.label === "" ? words.t(`kind.${row.kind}.one`) : row.label}</bdi>
            </a>
            <small className={isWaiting(row, now) ? "waits" : ""}>{noteOf(words, row, now)}</small>
          </li>
        ))}
        {next.length > shown && (
          <li className="note">{words.t("desk.list.shown", { shown, count: next.length })}</li>
        )}
      </ul>
    </>
  );
}

/** Nobody has confirmed the day, or it has come. */
function isWaiting({ kind, day: date, marks = [] }: CasePage["next"][number], now: number): boolean {
  if (marks.includes("unconfirmed")) return true;
  if (kind === "action" || date === null || !isEdtf(date)) return false;
  return (parseEdtf(date).latest ?? now) < now;
}

function noteOf(words: Translator, row: CasePage["next"][number], now: number): string {
  const kind = words.t(`kind.${row.kind}.one`);
  const date = dateWords(words, row.day);
  if (row.kind === "action") return [kind, words.t("desk.case.awaited", { date })].join(" · ");
  return [
    kind,
    date,
    ...inDays(words, row.day, now),
    ...(row.marks?.includes("unconfirmed") === true ? [words.t("mark.unconfirmed")] : []),
  ].join(" · ");
}

/** "in 4 days", by the calendar of whoever reads; nothing for what is no single day. */
function inDays(words: Translator, date: string | null, now: number): readonly string[] {
  if (date === null || !isEdtf(date)) return [];
  const { earliest, precision, interval } = parseEdtf(date);
  if (interval || earliest === null || (precision !== "day" && precision !== "instant")) return [];
  const here = new Date(now);
  const today = Date.UTC(here.getFullYear(), here.getMonth(), here.getDate());
  const days = Math.floor(earliest / day) - Math.floor(today / day);
  return [new Intl.RelativeTimeFormat(words.locale, { numeric: "auto" }).format(days, "day")];
}
