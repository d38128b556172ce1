import { command, data, kindOf, patchOf, RecordsError, string } from "@tocsin/records";
import { isJsonObject } from "@tocsin/core";
import { refuseFrozenFor } from "../letters/refusals.ts";

/** Begins a record of any kind: `values` is an object of field to value. */
export const recordCreate = command(
  "record.create",
  { kind: string({ required: true }), values: data({ required: true }) },
  async (view, { kind, values }, { registry, newId }) => {
    const known = kindOf(registry, kind);
    if (!isJsonObject(values))
      throw new RecordsError("records.bad-input", "Cannot create record: values are not an object");
    const patch = patchOf(known, values, registry.isCode);
    await refuseFrozenFor(view, known.name, values);
    return [
      {
        kind: known.name,
        version: known.version,
        record: newId(),
        act: "record.create",
        patch,
      },
    ];
  },
);
