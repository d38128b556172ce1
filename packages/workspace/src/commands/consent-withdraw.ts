import { command, date, kindOf, link } from "@tocsin/records";
import { stateOf } from "../state-of.ts";

/** From `on` (today unless given) nothing leaves under this consent. */
export const consentWithdraw = command(
  "consent.withdraw",
  { consent: link("consent", { required: true }), on: date() },
  async (view, { consent, on }, { registry, now }) => {
    await stateOf(view, consent, "consent");
    const { name, version } = kindOf(registry, "consent");
    const day = on ?? new Date(now()).toISOString().slice(0, 10);
    return [
      { kind: name, version, record: consent, act: "consent.withdraw", patch: { withdrawn: { set: day } } },
    ];
  },
);
