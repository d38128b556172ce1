import {
  code,
  command,
  create,
  date,
  evidenceKind,
  integer,
  link,
  RecordsError,
  string,
  text,
} from "@tocsin/records";
import { stateOf } from "../state-of.ts";

/**
 * Evidence that is not kept, because keeping it does harm or is against the law: a description, and its hash if somebody
 * has it. Nothing is opened, shown or asked for. Throws `records.bad-input` for a hash that is none.
 */
export const evidenceDescribe = command(
  "evidence.describe",
  {
    title: text({ required: true }),
    description: text({ required: true }),
    reason: code("describedReasons", { required: true }),
    sha256: string(),
    size: integer(),
    mediaType: string(),
    obtainedHow: text(),
    obtainedBy: text(),
    obtainedWhen: date(),
    case: link("case"),
  },
  async (view, { reason, ...said }, { registry, newId, now }) => {
    if (said.sha256 !== undefined && !/^[0-9a-f]{64}$/.test(said.sha256))
      throw new RecordsError(
        "records.bad-input",
        "Cannot describe evidence: a hash is 64 hexadecimal digits",
      );
    if (said.case !== undefined) await stateOf(view, said.case, "case");
    const values = { ...said, described: reason, added: new Date(now()).toISOString() };
    return [
      create(evidenceKind, values, { record: newId(), act: "evidence.describe", isCode: registry.isCode }),
    ];
  },
);
