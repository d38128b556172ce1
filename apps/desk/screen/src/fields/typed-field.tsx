// One line or several lines that are typed: label, input, what is wrong with it, what helps.
import type { ClipboardEvent, ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { useWords } from "../desk.tsx";
import type { Draft } from "./draft.ts";
import { typingOf } from "./field-props.ts";

interface TypedFieldProps {
  readonly label: string;
  readonly draft: Draft;
  readonly sensitive?: boolean;
  readonly multiline?: boolean;
  readonly required?: boolean;
  readonly lang?: string;
  /** What helps, below the input. */
  readonly help?: string | null;
  readonly problem?: string | null;
  readonly type?: "text" | "password";
  /** Told of the Enter key, which then sends no form. */
  readonly onEnter?: () => void;
  /** Told what the field would hold with what is pasted; where it takes it, the field stays as it is. */
  readonly take?: (next: string) => boolean;
  /** Below everything else of the field. */
  readonly below?: ReactNode;
  /** Beside the input: the language of a text. */
  readonly children?: ReactNode;
}

export function TypedField(props: TypedFieldProps) {
  const { label, draft, sensitive = true, multiline = false, required = false, children } = props;
  const { lang, help = null, problem = null, type = "text", onEnter, take, below } = props;
  const words = useWords();
  const shared = {
    dir: "auto",
    ...(lang === undefined ? {} : { lang }),
    ...(take === undefined ? {} : { onPaste: (event: Pasted) => pasted(event, take) }),
  } as const;
  return (
    <TextField
      className="field"
      value={draft.text}
      onChange={(text) => {
        if (take?.(text) !== true) draft.type(text);
      }}
      onBlur={draft.flush}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || onEnter === undefined) return;
        event.preventDefault();
        onEnter();
      }}
      isRequired={required}
      isInvalid={problem !== null}
      validationBehavior="aria"
      type={type}
      {...typingOf({ sensitive })}
    >
      <span className="label-line">
        <Label>{label}</Label>
        {required && <small aria-hidden="true">{words.t("state.required")}</small>}
        {children}
      </span>
      {multiline ? <TextArea {...shared} rows={4} /> : <Input {...shared} />}
      {help !== null && <Text slot="description">{help}</Text>}
      <FieldError>{problem}</FieldError>
      {below}
    </TextField>
  );
}

type Pasted = ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>;

/** Megabytes are never laid out in the field. */
function pasted(event: Pasted, take: (next: string) => boolean): void {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const text = event.clipboardData.getData("text/plain");
  const next = `${value.slice(0, selectionStart ?? 0)}${text}${value.slice(selectionEnd ?? value.length)}`;
  if (take(next)) event.preventDefault();
}
