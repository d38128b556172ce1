// What comes next in a proceeding, large: the day, where it ends, and how many days are left. What is overdue comes first.
import { useDesk } from "../../../desk.tsx";
import { useNow } from "../../../parts/now.ts";
import { addressOf } from "../../../router.ts";
import { dateWords } from "../../../words/date-words.ts";
import { dayClass, dayState, leftWords, zoneWords } from "../day-words.ts";
import { DayActs, isUnconfirmed, type CourtDay } from "./day-acts.tsx";

/** Those that something is to be done about, the one that is next in front. */
export function waitingDays(days: readonly CourtDay[], now: number): readonly CourtDay[] {
  return days.filter((day) => ["over", "today", "coming"].includes(dayState(day, now)));
}

export function NextDay({ days }: { readonly days: readonly CourtDay[] }) {
  const { words } = useDesk();
  const now = useNow(60_000);
  const waiting = waitingDays(days, now);
  const [next] = waiting;
  if (next === undefined)
    return (
      <p className="note">{words.t(days.length === 0 ? "special.next.none" : "special.next.nothing")}</p>
    );
  const state = dayState(next, now);
  return (
    <section aria-labelledby="next-title" className="card next-day">
      <h2 id="next-title">{words.t(state === "over" ? "special.next.over" : "special.next")}</h2>
      <p className="next-left">
        <strong className={dayClass(state)}>{leftWords(words, next, now)}</strong>
      </p>
      <p>
        {words.t(`kind.${next.kind}.one`)}:{" "}
        <a href={addressOf(next.kind, next.record)}>
          <bdi>{next.label}</bdi>
        </a>
        <br />
        {dateWords(words, next.day)} · {zoneWords(words, next.zone)}
      </p>
      {isUnconfirmed(next) && <p className="waits">{words.t("mark.unconfirmed")}</p>}
      {next.confirmedBy !== null && (
        <p className="verified">{words.t("special.day.confirmed", { who: next.confirmedBy })}</p>
      )}
      <DayActs day={next} isFirst />
      {waiting.length > 1 && (
        <p className="note">{words.t("special.next.more", { count: waiting.length - 1 })}</p>
      )}
    </section>
  );
}
