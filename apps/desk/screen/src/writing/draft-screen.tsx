// A draft of a document as it is written: its parts in order, its words, what it lacks, and the evidence beside the text.
import { useCallback, useEffect, useRef, useState } from "react";
import type { DocumentPage, DocumentPagePart, DraftCheck } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { codeLabel, labelOfKind } from "../words/labels.ts";
import type { ClaimAtCursor } from "./claim-at.ts";
import { ClaimPanel, Owed } from "./claim-panel.tsx";
import { CountWords } from "./count-words.tsx";
import {
  lacksNow,
  useDraftCheck,
  useDraftCount,
  useOwnWords,
  type DraftCount,
  type Lack,
} from "./draft-check.ts";
import { Lacking, Names, WordsTable } from "./draft-side.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";
import { createLiveWords, type LiveWords } from "./live-words.ts";
import { PartEditor, type PartEditorProps } from "./part-editor.tsx";
import { RulesLine, RulesList } from "./template-rules.tsx";

interface DraftScreenProps {
  readonly id: string;
  /** The record of the part that it is opened at. */
  readonly part?: string;
}

export function DraftScreen({ id, part }: DraftScreenProps) {
  const { value, error } = useQuery<DocumentPage>("document.page", { document: id });
  if (value === null) return <Waiting error={error} />;
  return <Draft page={value} {...(part === undefined ? {} : { part })} />;
}

interface Active {
  readonly record: string;
  readonly insert: (id: string) => void;
}

function Draft({ page, part }: { readonly page: DocumentPage; readonly part?: string }) {
  const [live] = useState(createLiveWords);
  const [active, setActive] = useState<Active | null>(null);
  const [claim, setClaim] = useState<ClaimAtCursor | null>(null);
  const point = useCallback(
    (next: ClaimAtCursor | null): void => setClaim((last) => (isSame(last, next) ? last : next)),
    [],
  );
  const parts = useRef<HTMLDivElement>(null);
  const { value: check, error: uncounted } = useDraftCheck(page.document);
  const count = useDraftCount(page, check, live);
  const lacks = lacksNow(page, count);
  const enter = useCallback(
    (record: string, insert: Active["insert"]): void =>
      setActive((last) => (last?.record === record ? last : { record, insert })),
    [],
  );
  const toPart = useCallback((name: string): void => focusOn(parts.current, name), []);
  const opened = page.parts.find(({ written }) => written.some(({ record }) => record === part))?.name;
  useEffect(() => {
    if (opened !== undefined) focusOn(parts.current, opened);
  }, [opened]);
  return (
    <article className="page wide draft">
      <Head page={page} />
      <div className="cols">
        <div ref={parts} className="draft-parts">
          <Bar count={count} lacks={lacks} isUnknown={uncounted !== null} />
          <NotLaidOut page={page} />
          {page.parts.map((each, at) => (
            <PartPlace
              key={each.name}
              at={at}
              part={each}
              page={page}
              {...{ live, enter, point }}
              active={active?.record ?? null}
            />
          ))}
        </div>
        <Side {...{ page, claim, check, lacks, count, toPart }} active={active} />
      </div>
    </article>
  );
}

interface SideProps {
  readonly page: DocumentPage;
  readonly claim: ClaimAtCursor | null;
  readonly check: DraftCheck | null;
  readonly lacks: readonly Lack[];
  readonly count: DraftCount;
  readonly active: Active | null;
  readonly toPart: (name: string) => void;
}

function Side({ page, claim, check, lacks, count, active, toPart }: SideProps) {
  const { words } = useDesk();
  const activePart = page.parts.find(({ written }) =>
    written.some(({ record }) => record === active?.record),
  );
  const into = activePart === undefined ? null : words.t(activePart.heading);
  const insert = (id: string): void => active?.insert(id);
  return (
    <aside className="side no-print" aria-label={words.t("writing.side")}>
      <ClaimPanel page={page} claim={claim} />
      <Lacking lacks={lacks} page={page} toPart={toPart} />
      <Owed page={page} into={into} insert={insert} toPart={toPart} />
      <Names page={page} check={check} toPart={toPart} />
      <EvidencePanel evidence={page.evidence} into={into} insert={insert} />
      <WordsTable count={count} page={page} toPart={toPart} />
    </aside>
  );
}

function isSame(one: ClaimAtCursor | null, other: ClaimAtCursor | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function focusOn(around: HTMLElement | null, name: string): void {
  const place = around?.querySelector(`[data-part="${name}"]`);
  const target = place?.querySelector<HTMLElement>("textarea") ?? place?.querySelector<HTMLElement>("h2");
  place?.scrollIntoView({ block: "start" });
  target?.focus({ preventScroll: true });
}

function Head({ page }: { readonly page: DocumentPage }) {
  const { words, pullThread } = useDesk();
  const { document, title, template, audience, subjects, country, rules } = page;
  return (
    <>
      <Crumbs trail={[{ label: words.t("kind.document"), to: ["list", "document"] }]} />
      <h1>
        <bdi lang={title.lang}>{title.text === "" ? words.t("kind.document.one") : title.text}</bdi>
      </h1>
      <p>
        {words.t(`documentTemplates.${template.name}.label`)}
        {" · "}
        {words.t("desk.outputs.for", { audience: codeLabel(words, "audiences", audience) })}
        {country !== null && (
          <>
            {" · "}
            <a href={addressOf("matrix", "state", country)}>{codeLabel(words, "countries", country)}</a>
          </>
        )}
        {subjects.map(({ record, kind, label }) => (
          <span key={record}>
            {" · "}
            <a href={addressOf(kind, record)}>
              <bdi>{labelOfKind(words, kind, label)}</bdi>
            </a>
          </span>
        ))}
      </p>
      <p className="actions no-print">
        <Go primary to={["document", document, "preview"]}>
          {words.t("writing.preview")}
        </Go>
        <Go to={["document", document, "versions"]}>{words.t("writing.versions")}</Go>
        <Go to={["document", document, "edit"]}>{words.t("writing.about-draft")}</Go>
        <Action onPress={() => pullThread(document)}>{words.t("desk.thread")}</Action>
      </p>
      <RulesLine rules={rules} />
      <RulesList rules={rules} />
    </>
  );
}

/** Parts that nobody has begun, of a draft that was not begun here. */
function NotLaidOut({ page: { document, parts } }: { readonly page: DocumentPage }) {
  const { words, api, changed } = useDesk();
  const { run, isBusy } = useAction();
  if (parts.every(({ written }) => written.length > 0)) return null;
  const layOut = async (): Promise<void> => {
    await api.run("document.lay-out", { document });
    changed();
  };
  return (
    <p className="actions no-print">
      <Action primary isDisabled={isBusy} onPress={() => run(layOut)}>
        {words.t("command.document.lay-out")}
      </Action>
    </p>
  );
}

interface PartPlaceProps extends Pick<PartEditorProps, "part" | "live" | "enter" | "point"> {
  readonly at: number;
  readonly page: DocumentPage;
  readonly active: string | null;
}

function PartPlace({ at, part, page, live, enter, point, active }: PartPlaceProps) {
  const { words } = useDesk();
  const title = `part-${part.name}`;
  return (
    <section className="card draft-part" data-part={part.name} aria-labelledby={title}>
      <div className="title-line">
        <h2 id={title} tabIndex={-1}>
          {at + 1}. {words.t(part.heading)}
          {part.required && <small> {words.t("state.required")}</small>}
        </h2>
        <PartWords part={part} live={live} />
      </div>
      {part.from !== "people" && <p className="note">{words.t("writing.fills")}</p>}
      {part.written.map((written) => (
        <PartEditor
          key={written.record}
          {...{ part, written, live, enter, point }}
          language={page.language}
          evidence={page.evidence}
          isActive={active === written.record}
        />
      ))}
      {part.written.length > 1 && <p className="waits">{words.t("writing.part.twice")}</p>}
    </section>
  );
}

/** What people wrote there; with those of records it is counted beside. */
function PartWords({ part, live }: { readonly part: DocumentPagePart; readonly live: LiveWords }) {
  const count = useOwnWords(part, live);
  return (
    <small className="no-print">
      <CountWords words={count} limit={part.from === "people" ? part.limit : null} isUncounted={false} />
    </small>
  );
}

interface BarProps {
  readonly count: DraftCount;
  readonly lacks: readonly Lack[];
  /** Words of records could not be counted. */
  readonly isUnknown: boolean;
}

/** Stays in sight while somebody writes. */
function Bar({ count, lacks, isUnknown }: BarProps) {
  const { words } = useDesk();
  const toLacking = (): void => {
    const title = document.querySelector<HTMLElement>("#lacking-title");
    title?.scrollIntoView({ block: "center" });
    title?.focus({ preventScroll: true });
  };
  return (
    <div className="draft-bar no-print">
      <CountWords {...count} isUncounted={count.isUncounted && !isUnknown} />
      {isUnknown && <small className="waits">{words.t("writing.words-unknown")}</small>}
      <Action quiet onPress={toLacking}>
        {lacks.length === 0
          ? words.t("writing.lacking.none")
          : words.t("writing.lacking.count", { count: lacks.length })}
      </Action>
    </div>
  );
}
