// What every editor of a field is given, whatever its type.
import type { Json } from "@tocsin/core";
import type { Change, FormField } from "@tocsin/records";
import type { LabelOfRecord } from "@tocsin/workspace";

export interface FieldProps {
  readonly field: FormField;
  readonly value: Json | undefined;
  /** Kind and label of the records that the value links to. */
  readonly labels: Readonly<Record<string, LabelOfRecord>>;
  readonly save: (change: Change) => void;
  /** Milliseconds after the last key until what was typed is saved. */
  readonly delay: number;
  /** What was typed before and is no value yet, such as half a date. */
  readonly half?: string;
  /** Keeps what is no value yet; null where nothing of it is left. */
  readonly keepHalf?: (text: string | null) => void;
}

/** In fields that can identify somebody nothing is sent to a spelling service and nothing is remembered. */
export function typingOf(field: { readonly sensitive?: boolean }) {
  return field.sensitive === true
    ? ({ spellCheck: "false", autoComplete: "off", autoCorrect: "off" } as const)
    : ({ autoComplete: "off" } as const);
}
