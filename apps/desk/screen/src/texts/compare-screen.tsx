// Two drafts held beside each other, by word: side by side or in one column; with what a person confirmed, else by a proposal.
import { useState } from "react";
import type { ComparedDraftRow, ComparedTexts, DraftPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go, PrintAction } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { ReleaseComparison } from "./release-comparison.tsx";
import { Hints, Label, ParagraphStates, rowWords } from "./row-marks.tsx";
import { Runs } from "./runs.tsx";

export interface TwoDrafts {
  readonly older: string;
  readonly newer: string;
}

export function CompareScreen({ older, newer }: TwoDrafts) {
  const compared = useQuery<ComparedTexts>("draft.compare", { older, newer });
  const before = useQuery<DraftPage>("draft.page", { draft: older });
  const after = useQuery<DraftPage>("draft.page", { draft: newer });
  if (compared.value === null || before.value === null || after.value === null)
    return <Waiting error={compared.error ?? before.error ?? after.error} />;
  return <Compared compared={compared.value} before={before.value} after={after.value} />;
}

interface ComparedProps {
  readonly compared: ComparedTexts;
  readonly before: DraftPage;
  readonly after: DraftPage;
}

type Form = "beside" | "one";

function Compared({ compared, before, after }: ComparedProps) {
  const { words } = useDesk();
  const [form, setForm] = useState<Form>("beside");
  const [isChangedOnly, setChangedOnly] = useState(false);
  const rows = compared.rows.filter(({ kind, moved }) => !isChangedOnly || kind !== "same" || moved);
  return (
    <article className="page wide texts">
      <TwoCrumbs page={after} />
      <h1>{words.t("texts.compare")}</h1>
      <Sides before={before} after={after} />
      <Counts compared={compared} />
      <Standing compared={compared} />
      <div className="filters no-print">
        <fieldset>
          <legend>{words.t("texts.compare.form")}</legend>
          {(["beside", "one"] as const).map((each) => (
            <label key={each} className="check">
              <input type="radio" name="form" checked={form === each} onChange={() => setForm(each)} />
              {words.t(`texts.compare.form.${each}`)}
            </label>
          ))}
        </fieldset>
        <label className="check">
          <input type="checkbox" checked={isChangedOnly} onChange={() => setChangedOnly((last) => !last)} />
          {words.t("texts.compare.changed-only")}
        </label>
        <Go to={["draft", compared.newer, "align", compared.older]}>{words.t("texts.align")}</Go>
        <Go to={["draft", compared.newer, "columns", compared.older]}>{words.t("texts.columns")}</Go>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </div>
      <p className="note">{words.t("comparison.legend")}</p>
      <table className={`records comparison ${form === "beside" ? "two" : "one"}`}>
        <caption className="hidden">{words.t("comparison.caption")}</caption>
        <Head form={form} before={before} after={after} />
        <tbody>
          {rows.map((row) => (
            <Row
              key={keyOf(row)}
              row={row}
              form={form}
              language={compared.language}
              sides={{ before, after }}
            />
          ))}
        </tbody>
      </table>
      <ReleaseComparison older={compared.older} newer={compared.newer} />
    </article>
  );
}

export function TwoCrumbs({ page }: { readonly page: DraftPage }) {
  const { words } = useDesk();
  return (
    <Crumbs
      trail={[
        { label: words.t("kind.negotiation"), to: ["list", "negotiation"] },
        ...(page.negotiation === null
          ? []
          : [{ label: page.negotiation.title, to: ["negotiation", page.negotiation.record] }]),
        { label: page.title?.text ?? "", to: ["draft", page.record] },
      ]}
    />
  );
}

export function Sides({ before, after }: Pick<ComparedProps, "before" | "after">) {
  const { words } = useDesk();
  return (
    <dl className="face">
      <div>
        <dt>{words.t("alignment.older")}</dt>
        <dd>
          <bdi>{before.title?.text}</bdi>
        </dd>
      </div>
      <div>
        <dt>{words.t("alignment.newer")}</dt>
        <dd>
          <bdi>{after.title?.text}</bdi>
        </dd>
      </div>
    </dl>
  );
}

const counted = ["same", "changed", "split", "merged", "added", "removed", "moved"] as const;

function Counts({ compared: { counts } }: { readonly compared: ComparedTexts }) {
  const { words } = useDesk();
  return (
    <ul className="tags">
      {counted
        .filter((what) => counts[what] > 0)
        .map((what) => (
          <li key={what} className="tag">
            {words.t("comparison.count", { what: words.t(`comparison.row.${what}`), count: counts[what] })}
          </li>
        ))}
    </ul>
  );
}

function Standing({ compared: { confirmed, rows } }: { readonly compared: ComparedTexts }) {
  const { words } = useDesk();
  const open = rows.filter(({ byPerson, score }) => score !== null && !byPerson).length;
  if (confirmed === null) return <p className="note waits">{words.t("comparison.proposed")}</p>;
  return (
    <p className={open > 0 ? "note waits" : "note"}>
      {words.t(open > 0 ? "texts.compare.some-open" : "texts.compare.confirmed", { count: open })}
    </p>
  );
}

function Head({ form, before, after }: { readonly form: Form } & Pick<ComparedProps, "before" | "after">) {
  const { words } = useDesk();
  return (
    <thead>
      <tr>
        <th scope="col">{words.t("comparison.column.what")}</th>
        {form === "one" ? (
          <th scope="col">{words.t("comparison.column.words")}</th>
        ) : (
          <>
            <th scope="col">
              <bdi>{before.title?.text}</bdi>
            </th>
            <th scope="col">
              <bdi>{after.title?.text}</bdi>
            </th>
          </>
        )}
      </tr>
    </thead>
  );
}

export function keyOf({ before, after }: Pick<ComparedDraftRow, "before" | "after">): string {
  return [...before, ...after].map(({ record }) => record).join(" ");
}

interface RowProps {
  readonly row: ComparedDraftRow;
  readonly form: Form;
  readonly language: string;
  readonly sides: Pick<ComparedProps, "before" | "after">;
}

function Row({ row, form, language, sides }: RowProps) {
  const { words } = useDesk();
  return (
    <tr className={row.kind}>
      <th scope="row">
        {rowWords(words, row)}
        {row.score !== null && !row.byPerson && (
          <small className="waits">{words.t("texts.row.proposed")}</small>
        )}
        <Hints hints={row.hints} />
      </th>
      {form === "one" ? (
        <td data-label={words.t("comparison.column.words")}>
          <Heads paragraphs={row.before} />
          {row.before.length > 0 && row.after.length > 0 && <span aria-hidden="true"> → </span>}
          <Heads paragraphs={row.after} />
          <Runs runs={row.runs} language={language} />
        </td>
      ) : (
        <>
          <td data-label={sides.before.title?.text}>
            <Heads paragraphs={row.before} />
            {row.before.length > 0 && (
              <Runs runs={row.runs} language={sides.before.language} without="added" />
            )}
          </td>
          <td data-label={sides.after.title?.text}>
            <Heads paragraphs={row.after} />
            {row.after.length > 0 && <Runs runs={row.runs} language={language} without="removed" />}
          </td>
        </>
      )}
    </tr>
  );
}

export function Heads({ paragraphs }: { readonly paragraphs: ComparedDraftRow["before"] }) {
  return paragraphs.map((paragraph) => (
    <span key={paragraph.record} className="para-head">
      <Label label={paragraph.label} />
      <ParagraphStates paragraph={paragraph} />
    </span>
  ));
}
