import type { RecordId } from "@tocsin/core";
import {
  command,
  commitmentKind,
  create,
  handOverKind,
  link,
  links,
  provisionKind,
  RecordsError,
  text,
  valuesOf,
  type Operation,
  type View,
} from "@tocsin/records";
import { labelText, TextsError } from "@tocsin/texts";
import { draftOf, type KeptDraft, type KeptParagraph } from "../drafts/draft-paragraphs.ts";
import { historyOf } from "../motions/history-of.ts";
import { stateOf } from "../state-of.ts";
import { linkIn, stringIn, textIn } from "../values.ts";

const act = "negotiation.hand-over";

/**
 * Paragraphs of an adopted text become commitments of the organisation's own, each with what led to it; the text becomes a
 * provision unless one is named or there is one already. A paragraph that was handed over before is passed over, so that the
 * same again does nothing. Throws `texts.not-adopted` for another draft, `records.bad-input` for a paragraph of another.
 */
export const negotiationHandOver = command(
  act,
  {
    draft: link("draft", { required: true }),
    paragraphs: links("draftParagraph", { required: true }),
    provision: link("provision"),
    by: text({ required: true, sensitive: true }),
  },
  async (view, input, { registry, newId, now }) => {
    const draft = await draftOf(view, input.draft);
    if (stringIn(valuesOf(draft.state)["stage"]) !== "adopted")
      throw new TextsError("texts.not-adopted", "Cannot hand over: the draft is not the text as adopted");
    if (input.by.text.trim() === "") throw badInput("a name is needed");
    const known = await view.linked(input.draft, { kind: "handOver", field: "draft" });
    const done = new Set(known.map((state) => linkIn(valuesOf(state)["paragraph"])));
    const wanted = paragraphsOf(draft, input.paragraphs).filter(({ record }) => !done.has(record));
    if (wanted.length === 0) return [];
    if (input.provision !== undefined) await stateOf(view, input.provision, "provision");
    const before = known.map((state) => linkIn(valuesOf(state)["provision"])).find((id) => id !== null);
    const provision = input.provision ?? before ?? newId();
    const options = { act, isCode: registry.isCode };
    const written: Operation[] = [];
    if (input.provision === undefined && before === undefined)
      written.push(
        create(provisionKind, await provisionValues(view, draft), { ...options, record: provision }),
      );
    for (const paragraph of wanted) {
      const commitment = newId();
      const values = commitmentValues(draft, paragraph, provision);
      const handed = {
        commitment,
        provision,
        draft: input.draft,
        paragraph: paragraph.record,
        ...(await historyOf(view, paragraph.record)),
        by: input.by,
        when: new Date(now()).toISOString(),
      };
      written.push(
        create(commitmentKind, values, { ...options, record: commitment }),
        create(handOverKind, handed, { ...options, record: newId() }),
      );
    }
    return written;
  },
);

function badInput(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot hand over: ${state}`);
}

function paragraphsOf(draft: KeptDraft, wanted: readonly RecordId[]): readonly KeptParagraph[] {
  const found = draft.paragraphs.filter(({ record }) => wanted.includes(record));
  if (found.length !== new Set(wanted).size) throw badInput("a paragraph is of another draft");
  return found;
}

/** The official text has not been looked at again: nobody has checked it. */
async function provisionValues(view: View, { state, language }: KeptDraft) {
  const values = valuesOf(state);
  const negotiation = linkIn(values["negotiation"]);
  const of = negotiation === null ? undefined : await view.read(negotiation);
  const about = of === undefined ? {} : valuesOf(of);
  const [symbol, dated, body] = [
    stringIn(values["symbol"]),
    stringIn(values["dated"]),
    textIn(about["body"]),
  ];
  return {
    title: textIn(about["title"]) ?? textIn(values["title"]) ?? { text: "–", lang: language },
    checked: false,
    ...(symbol === null ? {} : { symbol }),
    ...(dated === null ? {} : { dated }),
    ...(body === null ? {} : { issuedBy: body }),
  };
}

const longestTitle = 120;

function commitmentValues({ state, language }: KeptDraft, { paragraph }: KeptParagraph, provision: RecordId) {
  const symbol = stringIn(valuesOf(state)["symbol"]);
  const { label, text: words } = paragraph;
  const title = words.length > longestTitle ? `${words.slice(0, longestTitle).trimEnd()}…` : words;
  return {
    title: { text: title, lang: language },
    words: { text: words, lang: language },
    provision,
    checked: false,
    ...(symbol === null ? {} : { instrument: symbol }),
    ...(label === null ? {} : { paragraph: labelText(label) }),
  };
}
