// The resolution on one page: what was won, weakened, lost, asked for, and what nobody here knows.
import type {
  CitedSource,
  ResolutionFact,
  ResolutionPage,
  ResolutionRow,
} from "../api/contract/resolution.ts";
import { useQuery } from "../asking.ts";
import type { HeldCommitments, InstrumentLine, InstrumentList } from "@tocsin/workspace";
import { useDesk, useWords } from "../desk.tsx";
import { PrintAction } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";

/** What is here of a row of the resolution: by its reference. */
interface Here {
  readonly held: ReadonlyMap<string, HeldCommitments["rows"][number]>;
  readonly instruments: readonly InstrumentLine[];
}

const nothing: Here = { held: new Map(), instruments: [] };

/** Works without a vault; with one, each commitment says what is held against it. */
export function Resolution() {
  const { session } = useDesk();
  return session.vault?.state === "open" ? <InVault /> : <Read here={nothing} />;
}

function InVault() {
  const { value } = useQuery<HeldCommitments>("commitments.held", {});
  const held = (value?.rows ?? []).flatMap((row) =>
    row.reference === null ? [] : [[row.reference, row] as const],
  );
  const listed = useQuery<InstrumentList>("instrument.list", {});
  return <Read here={{ held: new Map(held), instruments: listed.value?.instruments ?? [] }} />;
}

function Read({ here }: { readonly here: Here }) {
  const words = useWords();
  const asked = useQuery<ResolutionPage>("resolution", {});
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  return (
    <article className="page resolution">
      <h1>{words.t("resolution.title")}</h1>
      <p className="lead">{words.t("resolution.intro")}</p>
      <PrintAction>{words.t("action.print")}</PrintAction>
      <section aria-labelledby="facts-title">
        <h2 id="facts-title">{words.t("resolution.facts")}</h2>
        <dl className="card face">
          {page.facts.map((fact) => (
            <FactEntry key={fact.id} fact={fact} />
          ))}
        </dl>
      </section>
      {page.sections.map(({ name, label, intro, rows }) => (
        <section key={name} aria-labelledby={`section-${name}`} className={`section-${name}`}>
          <h2 id={`section-${name}`}>{words.t(label)}</h2>
          <p className="note">{words.t(intro)}</p>
          <div className="rows">
            {rows.map((row) => (
              <Row key={row.id} row={row} here={here} />
            ))}
          </div>
        </section>
      ))}
    </article>
  );
}

function FactEntry({ fact }: { readonly fact: ResolutionFact }) {
  const words = useWords();
  return (
    <>
      <dt>{words.t(fact.label)}</dt>
      <dd>
        {words.t(fact.text)}
        {fact.standing !== "reported" && (
          <small className="waits"> {words.t(`resolution.standing.${fact.standing}`)}</small>
        )}
        <Sources sources={fact.sources} />
      </dd>
    </>
  );
}

interface RowProps {
  readonly row: ResolutionRow;
  readonly here: Here;
}

function Row({ row, here }: RowProps) {
  const words = useWords();
  const standing =
    row.standing === "unknown"
      ? words.t("resolution.standing.unknown")
      : codeLabel(words, "standings", row.standing);
  const marks = [
    standing,
    ...(row.theme === null ? [] : [codeLabel(words, "themes", row.theme)]),
    ...(row.addressee === null ? [] : [codeLabel(words, "addressees", row.addressee)]),
  ];
  return (
    <div className="card">
      <h3>{words.t(row.label)}</h3>
      <p>{words.t(row.text)}</p>
      <p className="marks">
        <span>{[...new Set(marks)].join(" · ")}</span>
        {row.first !== null && <span className="first"> · {words.t(`resolution.first.${row.first}`)}</span>}
        <span className={row.checked ? "verified" : "waits"}>
          {" · "}
          {words.t(row.checked ? "resolution.checked" : "resolution.unchecked")}
        </span>
      </p>
      <OpensHere row={row} here={here} />
      {row.wordings.length > 0 && <Wordings wordings={row.wordings} />}
      <Sources sources={row.sources} />
    </div>
  );
}

/** The commitment, the incidents that are held against it, and the instruments that ask about it. */
function OpensHere({ row, here: { held: all, instruments } }: RowProps) {
  const words = useWords();
  const held = all.get(row.id);
  const asking = instruments.filter(({ commitments, retired }) => commitments.includes(row.id) && !retired);
  if (held === undefined && asking.length === 0) return null;
  return (
    <ul className="plain opens-here">
      {held !== undefined && (
        <>
          <li>
            <a href={addressOf("commitment", held.record)}>
              {words.t("desk.held.here", {
                incidents: held.incidents,
                measures: held.measures,
                proceedings: held.proceedings,
              })}
            </a>
          </li>
          <li>
            <a href={addressOf("matrix", "commitment", held.record)}>
              {words.t("desk.matrix.of-commitment")}
            </a>
          </li>
        </>
      )}
      {asking.length > 0 && (
        <li>
          <span>
            {words.t("desk.matrix.instruments")}{" "}
            {asking.map(({ id, version, title, titles, lang }, at) => (
              <span key={`${id} ${version}`}>
                {at > 0 && " · "}
                <a href={addressOf("instruments", id)}>
                  <bdi lang={titles[words.locale] === undefined ? lang : words.locale}>
                    {titles[words.locale] ?? title}
                  </bdi>
                </a>
              </span>
            ))}
          </span>
        </li>
      )}
    </ul>
  );
}

/** Two sources report it in two ways: both are shown, and which of them we follow. */
function Wordings({ wordings }: { readonly wordings: ResolutionRow["wordings"] }) {
  const words = useWords();
  return (
    <div className="wordings">
      <h4>{words.t("resolution.wordings")}</h4>
      <ul>
        {wordings.map(({ text, followed, sources }) => (
          <li key={text}>
            {words.t(text)} {followed && <strong>{words.t("resolution.followed")}</strong>}
            <Sources sources={sources} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Titles as they are published; addresses are shown, never fetched. */
function Sources({ sources }: { readonly sources: readonly CitedSource[] }) {
  const words = useWords();
  if (sources.length === 0) return null;
  return (
    <details className="sources">
      <summary>
        {words.t("resolution.sources")} ({sources.length})
      </summary>
      <ul>
        {sources.map(({ key, title, url, read }) => (
          <li key={key}>
            <span lang="en">{title}</span> <small>{words.t(`resolution.read.${read}`)}</small>{" "}
            <code dir="ltr">{url}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
