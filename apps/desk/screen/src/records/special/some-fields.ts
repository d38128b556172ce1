import type { FormField } from "@tocsin/records";
import { kindNamed, type Desk } from "../../desk.tsx";

/** Fields of a kind by name, in this order; those in `required` must be filled. */
export function someFields(
  { definitions }: Desk,
  kind: string,
  { names, required = [] }: { readonly names: readonly string[]; readonly required?: readonly string[] },
): readonly FormField[] {
  const known = kindNamed(definitions, kind)?.form.fields ?? [];
  return names.flatMap((name) => {
    const field = known.find((each) => each.name === name);
    return field === undefined ? [] : [required.includes(name) ? { ...field, required: true } : field];
  });
}
