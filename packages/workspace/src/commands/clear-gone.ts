import { clearCopyKind, command, link, RecordsError, valuesOf } from "@tocsin/records";
import { stateOf } from "../state-of.ts";

/** A person says that a readable copy was deleted. Nothing is deleted by it, and deleting is not erasing. */
export const clearGone = command(
  "clear.gone",
  { copy: link("clearCopy", { required: true }) },
  async (view, { copy }, { now }) => {
    const state = await stateOf(view, copy, "clearCopy");
    if (valuesOf(state)["lies"] !== true)
      throw new RecordsError("records.bad-value", "Cannot note: this copy was said to be gone before");
    return [
      {
        kind: clearCopyKind.name,
        version: clearCopyKind.version,
        record: copy,
        act: "clear.gone",
        patch: { lies: { clear: true }, gone: { set: new Date(now()).toISOString() } },
      },
    ];
  },
);
