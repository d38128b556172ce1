// What a person says about a piece of evidence before it is sealed: how, by whom, when, and who allowed it.
import { useWords } from "../desk.tsx";
import { FormDate } from "../fields/date-line.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { About } from "./about.ts";

interface AboutFieldsProps {
  readonly about: About;
  readonly change: (about: About) => void;
}

export function AboutFields({ about, change }: AboutFieldsProps) {
  const words = useWords();
  const set = (name: keyof About) => (text: string) => change({ ...about, [name]: text });
  return (
    <>
      <FormField label={words.t("evidence.title")} value={about.title} change={set("title")} />
      <FormField
        label={words.t("desk.evidence.consent")}
        help={words.t("desk.evidence.consent.help")}
        value={about.consentText}
        change={set("consentText")}
        multiline
      />
      <FormField
        label={words.t("desk.evidence.how")}
        value={about.obtainedHow}
        change={set("obtainedHow")}
        multiline
      />
      <FormField label={words.t("desk.evidence.who")} value={about.obtainedBy} change={set("obtainedBy")} />
      <FormDate
        label={words.t("desk.evidence.when")}
        value={about.obtainedWhen}
        change={set("obtainedWhen")}
      />
    </>
  );
}
