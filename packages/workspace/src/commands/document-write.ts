import {
  command,
  create,
  data,
  documentPartKind,
  link,
  links,
  RecordsError,
  string,
  text,
  valuesOf,
  type Operation,
  type Patch,
} from "@tocsin/records";
import { draftOf } from "../documents/draft.ts";
import { linksIn } from "../values.ts";
import { checkSeen } from "./record-change.ts";

const act = "document.write";
const { name: kind, version } = documentPartKind;

/**
 * Writes the text of one part of a draft, and which records it rests on, in the place of those before. `seen` is an object of
 * field to the value that the writer saw, as in `record.change`: then it throws `workspace.changed-meanwhile` where another
 * stands now. A part that the template lacks is `records.bad-input`.
 */
export const documentWrite = command(
  act,
  {
    document: link("document", { required: true }),
    part: string({ required: true }),
    text: text({ required: true }),
    records: links("any"),
    seen: data(),
  },
  async (view, { document, part, text: words, records, seen = {} }, { registry, newId }) => {
    const draft = await draftOf(view, document);
    if (draft.template.parts.every(({ name }) => name !== part))
      throw new RecordsError("records.bad-input", "Cannot write: the template has no such part");
    const known = draft.parts.find((each) => each.part === part);
    const state = known === undefined ? undefined : await view.read(known.record);
    if (state === undefined) {
      const values = { document, part, text: words, ...(records === undefined ? {} : { records }) };
      return [create(documentPartKind, values, { record: newId(), act, isCode: registry.isCode })];
    }
    const values = valuesOf(state);
    const changes: Patch = { text: { set: { ...words } } };
    checkSeen(documentPartKind, values, { changes, seen });
    const before = linksIn(values["records"]);
    const patch: Patch =
      records === undefined
        ? changes
        : {
            ...changes,
            records: {
              add: records.filter((id) => !before.includes(id)),
              remove: before.filter((id) => !records.includes(id)),
            },
          };
    return [{ kind, version, record: state.id, act, patch } satisfies Operation];
  },
);
