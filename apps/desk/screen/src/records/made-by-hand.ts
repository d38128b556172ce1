import type { Form } from "@tocsin/records";

/** Records that carry data of the program's own come from an act of the program, not from an empty form. */
export function isMadeByHand(form: Form): boolean {
  return !form.fields.some(({ fixed, type }) => fixed === true && type === "data");
}
