// What a working copy is to its original, and how it was made.
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { FormField } from "../parts/form-field.tsx";
import type { AboutCopy } from "./about.ts";

interface CopyFieldsProps {
  readonly copy: AboutCopy;
  readonly change: (copy: AboutCopy) => void;
}

export function CopyFields({ copy, change }: CopyFieldsProps) {
  const { words, definitions } = useDesk();
  return (
    <>
      <SelectField
        label={words.t("evidence.copyKind")}
        value={copy.copyKind}
        choices={choicesOf(words, definitions, "workingCopyKinds")}
        choose={(copyKind) => change({ ...copy, copyKind })}
      />
      <FormField
        label={words.t("evidence.copyHow")}
        value={copy.copyHow}
        change={(copyHow) => change({ ...copy, copyHow })}
        multiline
      />
      <FormField
        label={words.t("evidence.copyBy")}
        value={copy.copyBy}
        change={(copyBy) => change({ ...copy, copyBy })}
      />
    </>
  );
}
