import type { Form } from "@tocsin/records";

/** Records that carry what the program itself writes come from an act of the program, not from an empty form. */
export function isMadeByHand(form: Form): boolean {
  return !form.fields.some(
    ({ fixed, type, required }) => fixed === true && (type === "data" || required === true),
  );
}
