// A draft with what people wrote in its parts, as its records hold it.
import type { Audience } from "@tocsin/cases";
import { audienceCodes } from "@tocsin/cases";
import { isId, isJsonObject, type RecordId } from "@tocsin/core";
import { templateNamed, type DocumentTemplate, type WrittenPart, type WrittenText } from "@tocsin/publish";
import { noteMark, valuesOf, type LanguageText, type RecordState, type View } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";
import { linkIn, linksIn, objectIn, stringIn, textIn, type Values } from "../values.ts";

export interface Draft {
  readonly state: RecordState;
  readonly template: DocumentTemplate;
  readonly title: WrittenText;
  /** BCP 47. */
  readonly language: string;
  readonly audience: Audience;
  readonly case: RecordId | null;
  readonly country: string | null;
  readonly proceeding: RecordId | null;
  readonly measure: RecordId | null;
  /** The consultation of which it is the report. */
  readonly questionnaire: RecordId | null;
  readonly organisation: WrittenText | null;
  readonly addressee: WrittenText | null;
  readonly limits: ReadonlyMap<string, number | null>;
  readonly parts: readonly DraftPart[];
}

export interface DraftPart {
  readonly record: RecordId;
  readonly part: string;
  readonly text: LanguageText | null;
  readonly records: readonly RecordId[];
}

/** Throws `records.not-found`, `workspace.no-template`. */
export async function draftOf(view: View, id: RecordId): Promise<Draft> {
  const state = await stateOf(view, id, "document");
  const values = valuesOf(state);
  const template = templateNamed(stringIn(values["template"]) ?? "");
  if (template === undefined)
    throw new WorkspaceError("workspace.no-template", "Cannot read draft: its template is not known");
  const language = stringIn(values["language"]) ?? "en";
  return {
    state,
    template,
    title: writtenIn(values["title"]) ?? { text: "", language },
    language,
    audience: audienceOf(values, template),
    case: linkIn(values["case"]),
    country: stringIn(values["country"]),
    proceeding: linkIn(values["proceeding"]),
    measure: linkIn(values["measure"]),
    questionnaire: linkIn(values["questionnaire"]),
    organisation: writtenIn(values["organisation"]),
    addressee: writtenIn(values["addressee"]),
    limits: limitsIn(values),
    parts: (await view.linked(id, { kind: "documentPart", field: "document" })).map(partOf),
  };
}

/** By name of the part; two records of one part, begun without knowing of each other, both stand. */
export function writtenIn(value: Values[string] | undefined): WrittenText | null {
  const text = textIn(value);
  return text === null ? null : { text: text.text, language: text.lang };
}

export function writtenParts({ parts }: Draft): ReadonlyMap<string, readonly WrittenPart[]> {
  const byName = new Map<string, readonly WrittenPart[]>();
  for (const { part, text, records } of parts)
    if (text !== null)
      byName.set(part, [...(byName.get(part) ?? []), { text: text.text, language: text.lang, records }]);
  return byName;
}

function audienceOf(values: Values, template: DocumentTemplate): Audience {
  const chosen = stringIn(values["audience"]) ?? template.audience;
  return audienceCodes.find((code) => code === chosen) ?? "public";
}

function limitsIn(values: Values): ReadonlyMap<string, number | null> {
  if (!isJsonObject(values["limits"] ?? null)) return new Map();
  return new Map(
    Object.entries(objectIn(values["limits"])).flatMap(([name, limit]): [string, number | null][] =>
      limit === null || (typeof limit === "number" && limit >= 0) ? [[name, limit]] : [],
    ),
  );
}

function partOf(state: RecordState): DraftPart {
  const values = valuesOf(state);
  const text = textIn(values["text"]);
  const marked = Array.from(text?.text.matchAll(noteMark) ?? [], ([, id]) => id);
  return {
    record: state.id,
    part: stringIn(values["part"]) ?? "",
    text,
    // An earlier version that was restored has its marks, whatever is linked now.
    records: [...new Set([...linksIn(values["records"]), ...marked.filter(isId)])],
  };
}
