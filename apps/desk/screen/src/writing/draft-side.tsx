// Beside the parts of a draft: its words, what it lacks and what mends that, whose names do not leave, and the evidence.
import type { DocumentPage, DraftCheck } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { labelOfKind, textOr } from "../words/labels.ts";
import type { DraftCount, Lack } from "./draft-check.ts";
import { DraftLimits } from "./draft-limits.tsx";
import { CountWords } from "./count-words.tsx";

interface WordsTableProps {
  readonly count: DraftCount;
  readonly page: DocumentPage;
  readonly toPart: (name: string) => void;
}

export function WordsTable({ count, page, toPart }: WordsTableProps) {
  const { words } = useDesk();
  const pace = page.wordsPerMinute;
  return (
    <details className="card words-of-parts">
      <summary>{words.t("writing.count")}</summary>
      <p>
        <CountWords words={count.words} limit={count.limit} isUncounted={count.isUncounted} />
        {pace !== null && ` · ${words.t("writing.minutes", { minutes: count.words / pace })}`}
      </p>
      <ul className="plain counted">
        {count.parts.map((part) => (
          <li key={part.name}>
            <Action quiet onPress={() => toPart(part.name)}>
              {words.t(part.heading)}
            </Action>
            <small>
              <CountWords {...part} />
              {!part.counted && ` · ${words.t("writing.not-counted")}`}
            </small>
          </li>
        ))}
      </ul>
      <DraftLimits page={page} />
    </details>
  );
}

interface LackingProps {
  readonly lacks: readonly Lack[];
  readonly page: DocumentPage;
  readonly toPart: (name: string) => void;
}

export function Lacking({ lacks, page, toPart }: LackingProps) {
  const { words } = useDesk();
  const unread = page.rules.filter(({ checked }) => checked === null).length;
  const idle = page.parts.filter(
    (part) => !part.required && part.from === "people" && part.written.every(({ text }) => text === null),
  );
  return (
    <section className="card" aria-labelledby="lacking-title">
      <h2 id="lacking-title" tabIndex={-1}>
        {words.t("writing.lacking")}
      </h2>
      {lacks.length === 0 && <p className="verified">{words.t("writing.lacking.none")}</p>}
      <ul className="lacking">
        {lacks.map((lack) => (
          <li key={`${lack.part ?? ""} ${lack.code}`}>
            <LackLine lack={lack} page={page} toPart={toPart} />
          </li>
        ))}
      </ul>
      {(unread > 0 || idle.length > 0) && (
        <details className="facts">
          <summary>{words.t("writing.not-blocking")}</summary>
          <ul>
            {idle.map(({ name, heading }) => (
              <li key={name}>
                <Action quiet onPress={() => toPart(name)}>
                  {words.t(heading)}
                </Action>{" "}
                {words.t("writing.may-be-empty")}
              </li>
            ))}
            {unread > 0 && <li>{words.t("writing.rules.unread", { count: unread })}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}

function LackLine({ lack, page, toPart }: Omit<LackingProps, "lacks"> & { readonly lack: Lack }) {
  const { words } = useDesk();
  const part = page.parts.find(({ name }) => name === lack.part);
  const said = words.t(`documents.lack.${lack.code}`);
  if (part !== undefined)
    return (
      <>
        <Action quiet onPress={() => toPart(part.name)}>
          {words.t(part.heading)}
        </Action>{" "}
        {said}
      </>
    );
  return (
    <>
      {said} <Mending lack={lack} page={page} />
    </>
  );
}

/** What is chosen on the draft itself. */
const ofDraft: readonly string[] = ["case", "state", "proceeding", "measure", "language", "too-long"];
/** By lack, what is begun from the case where no record of it is there. */
const begun: Readonly<Record<string, string>> = {
  victim: "involvement",
  dated: "incident",
  placed: "incident",
};

function Mending({ lack: { code, records }, page }: { readonly lack: Lack; readonly page: DocumentPage }) {
  const { words } = useDesk();
  if (ofDraft.includes(code))
    return (
      <a href={addressOf("document", page.document, "edit")} data-page>
        {words.t("writing.about-draft")}
      </a>
    );
  const caseOf = page.subjects.find(({ kind }) => kind === "case");
  const kind = begun[code];
  if (records.length > 0)
    return (
      <ul>
        {records.map((id) => (
          <li key={id}>
            <RecordLink id={id} page={page} />
            {code === "consents-answered" && <NewConsent id={id} page={page} />}
          </li>
        ))}
      </ul>
    );
  if (caseOf === undefined) return null;
  if (kind === undefined)
    return (
      <a href={addressOf("case", caseOf.record)}>
        <bdi>{caseOf.label}</bdi>
      </a>
    );
  return (
    <Go to={["new", kind, "case", caseOf.record]}>
      {words.t("desk.record.new", { kind: words.t(`kind.${kind}.one`) })}
    </Go>
  );
}

function RecordLink({ id, page }: { readonly id: string; readonly page: DocumentPage }) {
  const { words } = useDesk();
  const known = page.labels[id];
  if (known === undefined) return null;
  return (
    <a href={addressOf(known.kind, id)}>
      <bdi>{labelOfKind(words, known.kind, known.label)}</bdi>
    </a>
  );
}

/** A consent of a person or of an organisation, begun from there. */
function NewConsent({ id, page }: { readonly id: string; readonly page: DocumentPage }) {
  const { words } = useDesk();
  const kind = page.labels[id]?.kind;
  if (kind !== "person" && kind !== "organisation") return null;
  return (
    <>
      {" "}
      <a href={addressOf("new", "consent", kind, id)}>
        {words.t("desk.record.new", { kind: words.t("kind.consent.one") })}
      </a>
    </>
  );
}

interface NamesProps {
  readonly page: DocumentPage;
  readonly check: DraftCheck | null;
  readonly toPart: (name: string) => void;
}

/** Whose names do not leave: first those that somebody wrote into a part. */
export function Names({ page, check, toPart }: NamesProps) {
  const { words } = useDesk();
  const mentions = check?.mentions ?? [];
  const { consents } = page.check;
  return (
    <section className="card" aria-labelledby="names-title">
      <h2 id="names-title">{words.t("writing.names")}</h2>
      {mentions.length > 0 && (
        <>
          <p className="waits">{words.t("writing.names.struck")}</p>
          <ul className="lacking">
            {mentions.map((mention, at) => (
              <li key={at}>
                <MentionLine mention={mention} page={page} toPart={toPart} />
              </li>
            ))}
          </ul>
        </>
      )}
      {consents.length === 0 ? (
        <p>{words.t("writing.names.all")}</p>
      ) : (
        <details className="facts">
          <summary>{words.t("writing.names.unnamed", { count: consents.length })}</summary>
          <ul>
            {consents.map(({ record, reason }) => (
              <li key={record}>
                <RecordLink id={record} page={page} />{" "}
                <small className="waits">{textOr(words, `consent.reason.${reason}`, reason)}</small>
                <NewConsent id={record} page={page} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface MentionLineProps extends Omit<NamesProps, "check"> {
  readonly mention: DraftCheck["mentions"][number];
}

function MentionLine({ mention: { part, who }, page, toPart }: MentionLineProps) {
  const { words } = useDesk();
  const heading = page.parts.find(({ name }) => name === part)?.heading;
  const reason = page.check.consents.find(({ record }) => record === who?.record)?.reason;
  return (
    <>
      {who === null ? (
        words.t("writing.names.somebody")
      ) : (
        <a href={addressOf(who.kind, who.record)}>
          <bdi>{labelOfKind(words, who.kind, who.label)}</bdi>
        </a>
      )}{" "}
      {reason !== undefined && <small>{textOr(words, `consent.reason.${reason}`, reason)} · </small>}
      {heading !== undefined && (
        <Action quiet onPress={() => toPart(part)}>
          {words.t(heading)}
        </Action>
      )}
      {who !== null && (who.kind === "person" || who.kind === "organisation") && (
        <a href={addressOf("new", "consent", who.kind, who.record)}>
          {words.t("desk.record.new", { kind: words.t("kind.consent.one") })}
        </a>
      )}
    </>
  );
}
