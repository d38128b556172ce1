// One draft: what was taken in and how far it may go, and its paragraphs, each with its printed label and its states.
import { useState } from "react";
import type { DraftPage, DraftPageParagraph, OtherDraft } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Hash } from "../parts/hash.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { dateWords, momentWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import { HandOverPart } from "./hand-over.tsx";
import { Label, ParagraphStates } from "./row-marks.tsx";
import { directionIn } from "./runs.tsx";

export function DraftTextScreen({ id }: { readonly id: string }) {
  const { value: page, error } = useQuery<DraftPage>("draft.page", { draft: id });
  if (page === null) return <Waiting error={error} />;
  return <Whole page={page} />;
}

function Whole({ page }: { readonly page: DraftPage }) {
  const { words, pullThread } = useDesk();
  return (
    <article className="page wide texts">
      <Crumbs
        trail={[
          { label: words.t("kind.negotiation"), to: ["list", "negotiation"] },
          ...(page.negotiation === null
            ? []
            : [{ label: page.negotiation.title, to: ["negotiation", page.negotiation.record] }]),
        ]}
      />
      <h1>
        <bdi lang={page.title?.lang}>{page.title?.text ?? words.t("kind.draft.one")}</bdi>
      </h1>
      <Tags page={page} />
      <div className="cols">
        <div>
          <Beside page={page} />
          <Paragraphs page={page} />
        </div>
        <div className="side">
          <TakenIn page={page} />
          <HandOverPart page={page} />
          <p className="actions no-print">
            <Go to={["draft", page.record, "edit"]}>{words.t("assess.fields")}</Go>
            <Action onPress={() => pullThread(page.record)}>{words.t("desk.thread")}</Action>
          </p>
        </div>
      </div>
    </article>
  );
}

function Tags({ page }: { readonly page: DraftPage }) {
  const { words } = useDesk();
  return (
    <ul className="tags">
      <li className={page.sharing === "open" ? "tag" : "tag flag"}>
        {codeLabel(words, "draftSharing", page.sharing)}
      </li>
      {page.stage !== null && <li className="tag">{codeLabel(words, "draftStages", page.stage)}</li>}
      {page.dated !== null && <li className="tag">{dateWords(words, page.dated)}</li>}
      {page.symbol !== null && (
        <li className="tag">
          <bdi>{page.symbol}</bdi>
        </li>
      )}
    </ul>
  );
}

/** Another draft to hold beside it, the one before it first. */
function Beside({ page: { record, others } }: { readonly page: DraftPage }) {
  const { words } = useDesk();
  const first = others.findLast(({ isEarlier }) => isEarlier) ?? others[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const other = others.find((each) => each.record === chosen) ?? first;
  if (other === undefined) return <p className="note">{words.t("texts.draft.alone")}</p>;
  const [older, newer] = other.isEarlier ? [other.record, record] : [record, other.record];
  return (
    <section className="card no-print" aria-label={words.t("texts.beside")}>
      <SelectField
        label={words.t("texts.beside")}
        value={other.record}
        choices={others.map((each) => ({ id: each.record, label: otherWords(words, each) }))}
        choose={setChosen}
        canBeEmpty={false}
      />
      <p className="note">{alignedWords(words, other)}</p>
      <p className="actions">
        <Go primary to={["draft", newer, "align", older]}>
          {words.t("texts.align")}
        </Go>
        <Go to={["draft", newer, "compare", older]}>{words.t("texts.compare")}</Go>
        <Go to={["draft", newer, "columns", older]}>{words.t("texts.columns")}</Go>
      </p>
    </section>
  );
}

type Words = ReturnType<typeof useDesk>["words"];

function otherWords(words: Words, { title, dated }: OtherDraft): string {
  return dated === null ? title : `${title} · ${dateWords(words, dated)}`;
}

function alignedWords(words: Words, { aligned }: OtherDraft): string {
  if (aligned === null) return words.t("texts.align.nobody");
  return words.t("texts.align.by", {
    name: aligned.by,
    confirmed: aligned.confirmed,
    open: aligned.open,
  });
}

function Paragraphs({ page }: { readonly page: DraftPage }) {
  const { words } = useDesk();
  return (
    <section aria-labelledby="paragraphs-title">
      <h2 id="paragraphs-title">{words.t("texts.paragraphs")}</h2>
      <p className="note">{words.t("comparison.paragraphs", { count: page.paragraphs.length })}</p>
      <ol className="plain card paragraphs">
        {page.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.record} paragraph={paragraph} language={page.language} />
        ))}
      </ol>
    </section>
  );
}

interface ParagraphProps {
  readonly paragraph: DraftPageParagraph;
  readonly language: string;
}

function Paragraph({ paragraph, language }: ParagraphProps) {
  const { words } = useDesk();
  const name = paragraph.label ?? words.t("texts.paragraph.no-label");
  return (
    <li className="paragraph">
      <span className="para-head">
        <a
          href={addressOf("draftParagraph", paragraph.record)}
          aria-label={words.t("texts.paragraph.open", { label: name })}
        >
          <Label label={paragraph.label} />
        </a>
        <ParagraphStates paragraph={paragraph} />
        {paragraph.follows > 0 && (
          <span className="note">{words.t("texts.paragraph.follows", { count: paragraph.follows })}</span>
        )}
      </span>
      <p lang={language} dir={directionIn(language)}>
        {paragraph.text}
      </p>
    </li>
  );
}

function TakenIn({ page }: { readonly page: DraftPage }) {
  const { words } = useDesk();
  return (
    <section className="card" aria-labelledby="taken-title">
      <h2 id="taken-title">{words.t("texts.taken-in")}</h2>
      <p className="note">{words.t("texts.stays-inside")}</p>
      <dl className="face">
        {page.givenBy !== null && (
          <div>
            <dt>{words.t("draft.givenBy")}</dt>
            <dd dir="auto">{page.givenBy.text}</dd>
          </div>
        )}
        {page.captured !== null && (
          <div>
            <dt>{words.t("draft.captured")}</dt>
            <dd>{momentWords(words, page.captured)}</dd>
          </div>
        )}
        {page.evidence !== null && (
          <div>
            <dt>{words.t("draft.evidence")}</dt>
            <dd>
              <a href={addressOf("evidence", page.evidence)}>{words.t("texts.open-original")}</a>
            </dd>
          </div>
        )}
        {page.sha256 !== null && (
          <div>
            <dt>{words.t("draft.sha256")}</dt>
            <dd>
              <Hash value={page.sha256} />
            </dd>
          </div>
        )}
      </dl>
      {page.notices.length > 0 && (
        <>
          <h3>{words.t("draft.notices")}</h3>
          <ul>
            {page.notices.map(({ kind, detail }) => (
              <li key={`${kind} ${detail}`}>{words.t(`comparison.notice.${kind}`, { detail })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
