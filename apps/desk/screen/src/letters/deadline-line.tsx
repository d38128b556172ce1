// Until when signatures are taken, by the clocks of the deadline's own zone, and how long that still is.
import type { Translator } from "@tocsin/language";
import type { LetterDeadline } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { useNow } from "../parts/now.ts";
import { dateWords, momentWords } from "../words/date-words.ts";

const minute = 60_000;

export function DeadlineLine({ deadline }: { readonly deadline: LetterDeadline | null }) {
  const words = useWords();
  const now = useNow(minute / 2);
  if (deadline === null) return <p className="note">{words.t("letters.desk.no-deadline")}</p>;
  const { at, zone, graceMinutes, moment } = deadline;
  const end = moment + graceMinutes * minute;
  return (
    <div className="letter-deadline">
      <p>
        {words.t("letters.desk.until", { date: dateWords(words, at), zone })}
        {graceMinutes > 0 && ` · ${words.t("letters.desk.grace", { minutes: graceMinutes })}`}
      </p>
      <p className={now < end ? "note" : "waits"}>
        {now < end
          ? words.t("letters.desk.left", { time: leftWords(words, end - now) })
          : words.t("letters.desk.over")}
        {" · "}
        {words.t("letters.desk.here", { date: momentWords(words, moment) })}
      </p>
    </div>
  );
}

/** Days, then hours, then minutes: the largest that is left whole. */
function leftWords({ locale }: Translator, left: number): string {
  const minutes = Math.max(1, Math.floor(left / minute));
  const [count, unit] =
    minutes >= 2880
      ? [Math.floor(minutes / 1440), "day"]
      : minutes >= 120
        ? [Math.floor(minutes / 60), "hour"]
        : [minutes, "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
