// Which commands have a form, and from which records it can be begun.
import type { KnownCommand } from "../api/contract/definitions.ts";
import type { BegunFrom } from "./new-record.tsx";

/** By command: the kind that it makes. */
const madeBy: Readonly<Record<string, string>> = {
  "evidence.describe": "evidence",
  "deadline.count": "deadline",
  "cycle.begin": "deadline",
};

export function isFormCommand(name: string): boolean {
  return Object.hasOwn(madeBy, name);
}

interface Offered extends BegunFrom {
  readonly name: string;
}

/** Those that can be begun from a record of a kind, with the field that links to it. */
export function formCommandsFrom(
  commands: readonly KnownCommand[],
  { kind, id }: { readonly kind: string; readonly id: string },
): readonly Offered[] {
  return commands.flatMap(({ name, input }) => {
    const [field] = Object.entries(input).find(([, { to }]) => to === kind) ?? [];
    return isFormCommand(name) && field !== undefined ? [{ name, field, id }] : [];
  });
}

/** Empty for a command that has no form. */
export function kindMadeBy(name: string): string {
  return madeBy[name] ?? "";
}
