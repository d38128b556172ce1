// One typed line of a form that belongs to no record: its text lives with whoever draws the form.
import { useDraft } from "../fields/draft.ts";
import { TypedField } from "../fields/typed-field.tsx";

interface FormFieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly help?: string | null;
  readonly problem?: string | null;
  readonly multiline?: boolean;
  readonly required?: boolean;
  readonly type?: "text" | "password";
}

/** Always treated as sensitive: what people write outside records names people too. */
export function FormField({ value, change, ...rest }: FormFieldProps) {
  const draft = useDraft(value, 0, change);
  return <TypedField draft={draft} {...rest} />;
}
