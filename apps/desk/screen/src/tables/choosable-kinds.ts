import type { Definitions } from "../api/contract/definitions.ts";
import { isMadeByHand } from "../records/made-by-hand.ts";

/** Kinds that a row can be: those with a list of their own, and those that join records with each other. */
export function choosableKinds({ kinds }: Definitions): Definitions["kinds"] {
  return kinds.filter(({ form, view }) => {
    const links = form.fields.filter(({ type, fixed }) => type === "link" && fixed !== true);
    return isMadeByHand(form) && (view.stretch !== "hidden" || links.length > 1);
  });
}
