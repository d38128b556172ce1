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
  RecordsError,
  string,
  text,
  type CommandContext,
  type Operation,
} from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { draftOf } from "../documents/draft.ts";

/** The first record is the draft. Throws `records.bad-input` for a template that is not known. */
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
  },
  async (_view, values, context) => {
    const template = templateNamed(values.template);
    if (template === undefined)
      throw new RecordsError("records.bad-input", "Cannot begin draft: its template is not known");
    const [document, act] = [context.newId(), "document.begin"];
    const { isCode } = context.registry;
    return [
      create(documentKind, values, { record: document, act, isCode }),
      ...emptyParts(
        document,
        template.parts.map(({ name }) => name),
        { act, context },
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
    return emptyParts(document, missing, { act: "document.lay-out", context });
  },
);

interface Making {
  readonly act: string;
  readonly context: CommandContext;
}

function emptyParts(
  document: RecordId,
  names: readonly string[],
  { act, context }: Making,
): readonly Operation[] {
  const { newId, registry } = context;
  return names.map((part) =>
    create(documentPartKind, { document, part }, { record: newId(), act, isCode: registry.isCode }),
  );
}
