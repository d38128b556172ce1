import { command, data, kindOf, link, parsePatch } from "@tocsin/records";
import { stateOf } from "../state-of.ts";

/** Changes fields of a record: `patch` is an object of field to {set}, {clear: true} or {add, remove}. */
export const recordChange = command(
  "record.change",
  { record: link("any", { required: true }), patch: data({ required: true }) },
  async (view, { record, patch }, { registry }) => {
    const { kind } = await stateOf(view, record);
    const known = kindOf(registry, kind);
    const changes = parsePatch(known, patch, registry.isCode);
    if (Object.keys(changes).length === 0) return [];
    return [{ kind: known.name, version: known.version, record, act: "record.change", patch: changes }];
  },
);
