import { command, create, localCode, names, RecordsError, string, termKind, text } from "@tocsin/records";

/** Adds a term of the organisation's own under a standard one. Its code follows from its record, its names can change. */
export const termAdd = command(
  "term.add",
  {
    vocabulary: string({ required: true }),
    parent: string({ required: true }),
    names: names({ required: true }),
    definition: text(),
  },
  async (_view, { vocabulary, parent, names: called, definition }, { registry, newId }) => {
    const known = registry.vocabularies.get(vocabulary);
    if (known === undefined)
      throw new RecordsError("records.unknown-code", `Cannot add term: no vocabulary "${vocabulary}"`, {
        details: { vocabulary },
      });
    const record = newId();
    const code = localCode(known, parent, record);
    const values = {
      names: called,
      vocabulary,
      parent,
      code,
      ...(definition === undefined ? {} : { definition }),
    };
    return [create(termKind, values, { record, act: "term.add", isCode: registry.isCode })];
  },
);
