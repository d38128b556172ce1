import { command, kindOf, link, RecordsError, text, valuesOf } from "@tocsin/records";
import { stateOf } from "../state-of.ts";

/**
 * Says that nobody should go by what left: when, why, and who decides it. Nothing that others hold is reached by it.
 * Throws `records.bad-value` for one that was withdrawn before, and for an empty reason or name.
 */
export const releaseWithdraw = command(
  "release.withdraw",
  {
    release: link("release", { required: true }),
    why: text({ required: true, multiline: true, sensitive: true }),
    by: text({ required: true, sensitive: true }),
  },
  async (view, { release, why, by }, { registry, now }) => {
    const state = await stateOf(view, release, "release");
    if (valuesOf(state)["withdrawn"] !== undefined)
      throw new RecordsError("records.bad-value", "Cannot withdraw: this release was withdrawn before");
    if (why.text.trim() === "" || by.text.trim() === "")
      throw new RecordsError("records.bad-value", "Cannot withdraw: a reason or a name is missing");
    const { name, version } = kindOf(registry, "release");
    const withdrawn = new Date(now()).toISOString();
    return [
      {
        kind: name,
        version,
        record: release,
        act: "release.withdraw",
        patch: {
          withdrawn: { set: withdrawn },
          withdrawnWhy: { set: { ...why } },
          withdrawnBy: { set: { ...by } },
        },
      },
    ];
  },
);
