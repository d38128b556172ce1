// How a record leads to evidence: by the field of its kind that links to it, and by the case that both are in.
import type { Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";

export function evidenceFieldIn(fields: readonly FormField[]): FormField | undefined {
  return fields.find(({ type, to, fixed }) => type === "links" && to === "evidence" && fixed !== true);
}

export function caseIn({ case: known }: Readonly<Record<string, Json>>): string | null {
  return typeof known === "string" ? known : null;
}
