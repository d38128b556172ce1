// A case in court: before whom and how far it is, who takes part, what comes next, and what can suggest an abusive lawsuit.
import type { ProceedingPage } from "@tocsin/workspace";
import { useQuery } from "../../../asking.ts";
import { useDesk } from "../../../desk.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { Facts } from "../facts.tsx";
import type { SpecialProps } from "../special-props.ts";
import { AddDay } from "./add-day.tsx";
import { CourtDays } from "./court-days.tsx";
import { NextDay } from "./next-day.tsx";
import { Parties } from "./parties.tsx";
import { SlappMarks } from "./slapp-marks.tsx";
import { StageStrip } from "./stage-strip.tsx";

const facts = [
  "forum",
  "country",
  "reference",
  "proceedingKind",
  "charges",
  "broughtBy",
  "filed",
  "ended",
  "outcome",
];

export function ProceedingPart({ page }: SpecialProps) {
  const { words } = useDesk();
  const asked = useQuery<ProceedingPage>("proceeding.page", { proceeding: page.id });
  const found = asked.value;
  return (
    <section className="special" aria-label={words.t("special.proceeding")}>
      <StageStrip page={page} />
      {found === null ? (
        <Waiting error={asked.error} />
      ) : (
        <>
          <NextDay days={found.days} />
          <div className="cols even">
            <div>
              <h2>{words.t("special.facts")}</h2>
              <div className="card">
                <Facts page={page} fields={facts} />
                <Sum page={page} />
              </div>
            </div>
            <Parties id={page.id} found={found} />
          </div>
          <CourtDays found={found} />
          <AddDay page={page} days={found.days} />
          <SlappMarks found={found} />
        </>
      )}
    </section>
  );
}

/** What is asked for, in its currency: the record holds its smallest unit. */
function Sum({ page: { values } }: SpecialProps) {
  const { words } = useDesk();
  const { sum, currency } = values;
  if (typeof sum !== "number") return null;
  return (
    <dl className="face">
      <dt>{words.t("proceeding.sum")}</dt>
      <dd>{sumWords(words.locale, sum, typeof currency === "string" ? currency : null)}</dd>
    </dl>
  );
}

function sumWords(locale: string, sum: number, currency: string | null): string {
  const plain = new Intl.NumberFormat(locale);
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return plain.format(sum);
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "code" });
  return format.format(sum / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
