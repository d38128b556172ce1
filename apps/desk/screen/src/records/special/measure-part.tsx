// What a State or company does: whose it is, since when and until when, where, which commitments it engages, and from where we
// know it.
import { isEdtf, parseEdtf } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { MeasurePage } from "@tocsin/workspace";
import { useQuery } from "../../asking.ts";
import { HeldAgainst } from "../../case/case-side.tsx";
import { useDesk } from "../../desk.tsx";
import { plainText } from "../../fields/plain-text.ts";
import { useNow } from "../../parts/now.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { addressOf } from "../../router.ts";
import { dateWords } from "../../words/date-words.ts";
import { codeLabel } from "../../words/labels.ts";
import { Facts } from "./facts.tsx";
import type { SpecialProps } from "./special-props.ts";

const facts = [
  "actor",
  "authority",
  "organisation",
  "vendor",
  "measureKind",
  "technology",
  "technologies",
  "country",
  "where",
  "words",
];

export function MeasurePart({ page }: SpecialProps) {
  const { words } = useDesk();
  const now = useNow(60_000);
  const asked = useQuery<MeasurePage>("measure.page", { measure: page.id });
  const found = asked.value;
  return (
    <section className="special" aria-label={words.t("special.measure")}>
      <p className="lead">
        <strong>{inForce(words, plainText(page.values["when"] ?? ""), now)}</strong>
      </p>
      <div className="cols even">
        <div>
          <h2>{words.t("special.facts")}</h2>
          <div className="card">
            <Facts page={page} fields={facts} />
          </div>
        </div>
        <div>
          {found === null ? <Waiting error={asked.error} /> : <HeldAgainst commitments={found.commitments} />}
        </div>
      </div>
      {found !== null && <Sources sources={found.sources} />}
    </section>
  );
}

/** A single day says when it began, and nothing of its end. */
function inForce(words: Translator, when: string, now: number): string {
  if (!isEdtf(when)) return words.t("special.measure.no-day");
  const { interval, latest } = parseEdtf(when);
  const date = dateWords(words, when);
  if (!interval) return words.t("special.measure.since", { date });
  if (latest === null) return words.t("special.measure.open", { date });
  return words.t(latest < now ? "special.measure.was" : "special.measure.is", { date });
}

function Sources({ sources }: { readonly sources: MeasurePage["sources"] }) {
  const { words } = useDesk();
  return (
    <>
      <h2>{words.t("special.known-from")}</h2>
      <ul className="card plain">
        {sources.length === 0 && <li className="waits">{words.t("special.known-from.nothing")}</li>}
        {sources.map(({ record, label, reliability, credibility }) => (
          <li key={record}>
            <a href={addressOf("source", record)}>
              <bdi>{label}</bdi>
            </a>
            <small className={reliability === null || credibility === null ? "waits" : ""}>
              {words.t("source.reliability")}: {rated(words, "reliability", reliability)} ·{" "}
              {words.t("source.credibility")}: {rated(words, "credibility", credibility)}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function rated(words: Translator, vocabulary: string, code: string | null): string {
  return code === null ? words.t("special.unrated") : codeLabel(words, vocabulary, code);
}
