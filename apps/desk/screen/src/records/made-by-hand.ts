import type { KnownKind } from "../api/contract/definitions.ts";
import type { Form } from "@tocsin/records";

/** Records that carry what the program itself writes come from an act of the program, not from an empty form. */
export function isMadeByHand(form: Form): boolean {
  return !form.fields.some(
    ({ fixed, type, required }) => fixed === true && (type === "data" || required === true),
  );
}

/** What an act of the program makes, or what is part of something else, has no empty form. */
export function isBegunByHand({ form, view }: KnownKind): boolean {
  const isPart =
    view.stretch === "hidden" && form.fields.some(({ type, fixed }) => type === "link" && fixed === true);
  return !isPart && isMadeByHand(form);
}
