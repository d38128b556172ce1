// A draft is begun with a record for each part of its template, so that every part can be written, by several people at once.
import { templateNamed } from "@tocsin/publish";
import {
  code,
  command,
  create,
  data,
  documentKind,
  documentPartKind,
  link,
  links,
  RecordsError,
  string,
  text,
  type CommandContext,
  type Operation,
} from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { aboutChosen, mostChosen, partsOfChosen } from "../documents/chosen-records.ts";
import { draftOf } from "../documents/draft.ts";

/**
 * The first record is the draft. `records` are what it is begun from: where it is not said what it is about, they say so as
 * far as they agree, and its parts rest on them. Throws `records.bad-input` for a template that is not known, for more than
 * 200 records, and for one that is not there.
 */
export const documentBegin = command(
  "document.begin",
  {
    template: code("documentTemplates", { required: true }),
    title: text({ required: true }),
    language: string({ required: true, names: "language" }),
    audience: code("audiences"),
    case: link("case"),
    country: code("countries"),
    proceeding: link("proceeding"),
    measure: link("measure"),
    questionnaire: link("questionnaire"),
    organisation: text(),
    addressee: text(),
    limits: data(),
    records: links("any"),
  },
  async (view, { records = [], ...given }, context) => {
    const template = templateNamed(given.template);
    if (template === undefined)
      throw new RecordsError("records.bad-input", "Cannot begin draft: its template is not known");
    if (records.length > mostChosen)
      throw new RecordsError("records.bad-input", `Cannot begin draft: more than ${mostChosen} records`);
    const states = await view.readMany([...new Set(records)]);
    if (states.length < new Set(records).size)
      throw new RecordsError("records.bad-input", "Cannot begin draft: a record is not there");
    const [document, act] = [context.newId(), "document.begin"];
    const { isCode } = context.registry;
    return [
      create(documentKind, { ...aboutChosen(template, states), ...given }, { record: document, act, isCode }),
      ...partsOf(
        document,
        template.parts.map(({ name }) => name),
        { act, context, rests: partsOfChosen(template, states) },
      ),
    ];
  },
);

/** Makes the parts of a draft that are not there yet, empty. Throws `records.not-found`, `workspace.no-template`. */
export const documentLayOut = command(
  "document.lay-out",
  { document: link("document", { required: true }) },
  async (view, { document }, context) => {
    const { template, parts } = await draftOf(view, document);
    const known = new Set(parts.map(({ part }) => part));
    const missing = template.parts.flatMap(({ name }) => (known.has(name) ? [] : [name]));
    return partsOf(document, missing, { act: "document.lay-out", context, rests: new Map() });
  },
);

interface Making {
  readonly act: string;
  readonly context: CommandContext;
  /** What parts rest on, by name. */
  readonly rests: ReadonlyMap<string, readonly RecordId[]>;
}

/** Without words. */
function partsOf(
  document: RecordId,
  names: readonly string[],
  { act, context, rests }: Making,
): readonly Operation[] {
  const { newId, registry } = context;
  return names.map((part) => {
    const records = rests.get(part);
    return create(
      documentPartKind,
      { document, part, ...(records === undefined ? {} : { records }) },
      { record: newId(), act, isCode: registry.isCode },
    );
  });
}
