// Beside the text: what the sentence at the cursor stands on, and what the report still owes. The notes are those of the text as
// it is typed; what they lead to is asked of the vault.
import { useCallback, useEffect, useState } from "react";
import type { ClaimSupport, DocumentPage, DocumentVoices } from "@tocsin/workspace";
import { useAnswer, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import type { ClaimAtCursor } from "./claim-at.ts";

interface ClaimPanelProps {
  readonly page: DocumentPage;
  readonly claim: ClaimAtCursor | null;
}

export function ClaimPanel({ page, claim }: ClaimPanelProps) {
  const { words } = useDesk();
  return (
    <section className="card" aria-labelledby="claim-title">
      <h2 id="claim-title">{words.t("writing.claim")}</h2>
      {claim === null ? (
        <p className="note">{words.t("writing.claim.where")}</p>
      ) : (
        <>
          <blockquote dir="auto">{claim.words}</blockquote>
          {claim.isOpen && <p className="waits">{words.t("writing.claim.open")}</p>}
          {claim.records.length === 0 ? (
            !claim.isOpen && <p className="note">{words.t("writing.claim.none")}</p>
          ) : (
            <Support document={page.document} records={claim.records} />
          )}
        </>
      )}
    </section>
  );
}

interface SupportProps {
  readonly document: string;
  readonly records: readonly string[];
}

function Support({ document, records }: SupportProps) {
  const { words } = useDesk();
  const { value } = useQuery<ClaimSupport>("claim.support", { document, records: [...records] });
  if (value === null) return <p className="note">{words.t("state.loading")}</p>;
  const { kinds, gone, contributors, regions, groups } = value;
  return (
    <>
      <ul className="plain">
        {Object.entries(kinds).map(([kind, count]) => (
          <li key={kind}>
            {words.t(`kind.${kind}`)}: {count}
          </li>
        ))}
      </ul>
      {gone > 0 && <p className="waits">{words.t("writing.claim.gone", { count: gone })}</p>}
      {value.quotes.length > 0 && (
        <>
          <p>{words.t("voices.desk.contributors", { count: contributors })}</p>
          <Counts
            title={words.t("contribution.region")}
            counts={regions.map(({ region, contributors: count }) => ({
              name: region ?? words.t("voices.desk.no-region"),
              count,
            }))}
          />
          <Counts
            title={words.t("codeFamilies.affected.label")}
            counts={groups.map(({ title, contributors: count }) => ({ name: title.text, count }))}
          />
          <p className="note">{words.t("writing.claim.inside")}</p>
        </>
      )}
      <Against support={value} />
      <Quotes support={value} />
    </>
  );
}

interface CountsProps {
  readonly title: string;
  readonly counts: readonly { readonly name: string; readonly count: number }[];
}

function Counts({ title, counts }: CountsProps) {
  if (counts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">
        {counts.map(({ name, count }) => (
          <li key={name}>
            <bdi>{name}</bdi>: {count}
          </li>
        ))}
      </ul>
    </>
  );
}

function Against({ support: { against, contributorsAgainst } }: { readonly support: ClaimSupport }) {
  const { words } = useDesk();
  if (against.length === 0) return <p className="note">{words.t("writing.claim.against.none")}</p>;
  return (
    <>
      <h3>{words.t("writing.claim.against", { count: contributorsAgainst })}</h3>
      <ul className="plain">
        {against.map(({ segment, answer, quote }) => (
          <li key={segment}>
            <Voice segment={segment} answer={answer} quote={quote} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Quotes({ support: { quotes } }: { readonly support: ClaimSupport }) {
  const { words } = useDesk();
  if (quotes.length === 0) return null;
  return (
    <>
      <h3>{words.t("writing.claim.quotes")}</h3>
      <ul className="plain">
        {quotes.map(({ segment, answer, quote, why }) => (
          <li key={segment}>
            <Voice segment={segment} answer={answer} quote={quote} />{" "}
            <small className={why === null ? "verified" : "waits"}>
              {words.t(why === null ? "writing.quote.covered" : `writing.quote.${why}`)}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

type VoiceProps = Pick<ClaimSupport["against"][number], "segment" | "answer" | "quote">;

function Voice({ segment, answer, quote }: VoiceProps) {
  return (
    <a href={answer === null ? addressOf("segment", segment) : addressOf("contributionAnswer", answer)}>
      <q lang={quote.lang} dir="auto">
        {quote.text}
      </q>
    </a>
  );
}

interface OwedProps {
  readonly page: DocumentPage;
  /** Heading of the part that notes go into; null where nobody writes yet. */
  readonly into: string | null;
  readonly insert: (id: string) => void;
  readonly toPart: (name: string) => void;
}

/** After the last change: it goes over every answer of the consultation. */
const rest = 2_000;

/** Claims that nothing stands behind, and voices that no sentence uses. */
export function Owed({ page, into, insert, toPart }: OwedProps) {
  const { api, words, version } = useDesk();
  const [asked, setAsked] = useState(version);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(version), rest);
    return () => clearTimeout(timer);
  }, [version]);
  const { document } = page;
  const { value } = useAnswer<DocumentVoices>(
    useCallback(() => api.ask("document.voices", { document }), [api, document]),
    asked,
  );
  if (value === null) return null;
  const { open, unused, coded, unusedVoices, questionnaire } = value;
  const headings = new Map(page.parts.map(({ name, heading }) => [name, heading]));
  return (
    <section className="card" aria-labelledby="owed-title">
      <h2 id="owed-title">{words.t("writing.owed")}</h2>
      {open.length === 0 && <p>{words.t("writing.owed.none")}</p>}
      <ul className="lacking">
        {open.map(({ part, record, sentence, words: said }) => (
          <li key={`${record} ${sentence}`}>
            <Action quiet onPress={() => toPart(part)}>
              {words.t(headings.get(part) ?? "kind.documentPart.one")}
            </Action>{" "}
            <bdi>{said}</bdi>
          </li>
        ))}
      </ul>
      <p className="note">{words.t("writing.owed.how")}</p>
      {questionnaire !== null && (
        <details className="facts">
          <summary>{words.t("writing.unused", { count: unused, coded })}</summary>
          <ul className="plain">
            {unusedVoices.map(({ segment, answer, quote }) => (
              <li key={segment}>
                <Voice segment={segment} answer={answer} quote={quote} />{" "}
                <Action
                  quiet
                  isDisabled={into === null}
                  label={words.t("writing.evidence.put-of", { what: quote.text })}
                  onPress={() => insert(segment)}
                >
                  {words.t("writing.evidence.put")}
                </Action>
              </li>
            ))}
          </ul>
          {unused > unusedVoices.length && (
            <p className="note">
              {words.t("desk.list.shown", { shown: unusedVoices.length, count: unused })}
            </p>
          )}
        </details>
      )}
    </section>
  );
}
