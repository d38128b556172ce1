// One typed line of a form that belongs to no record: its text lives with whoever draws the form.
import { isFieldText } from "@tocsin/records";
import { useWords } from "../desk.tsx";
import { useDraft } from "../fields/draft.ts";
import { TypedField } from "../fields/typed-field.tsx";
import { useLongText } from "../long-texts/use-long-text.tsx";

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

interface LongFieldProps extends FormFieldProps {
  /** What the text is kept under while it is too long for its field. */
  readonly field: string;
}

/** A field for long texts, in a form that holds what is too long for it. */
export function LongField({ value, change, field, problem, ...rest }: LongFieldProps) {
  const words = useWords();
  const draft = useDraft(value, 0, change);
  const long = useLongText({ field, label: rest.label, text: value, lang: words.locale, write: change });
  const tooLong = isFieldText(value) ? null : words.t("error.records.too-long");
  return (
    <TypedField
      draft={draft}
      problem={problem ?? tooLong}
      take={long.take}
      below={long.notice}
      multiline
      {...rest}
    />
  );
}

/** Always treated as sensitive: what people write outside records names people too. */
export function FormField({ value, change, ...rest }: FormFieldProps) {
  const draft = useDraft(value, 0, change);
  return <TypedField draft={draft} {...rest} />;
}
