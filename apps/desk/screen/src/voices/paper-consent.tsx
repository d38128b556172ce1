// What somebody allowed on paper, typed in by the numbers that stand there.
import { useWords } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { FormField } from "../parts/form-field.tsx";
import { attributions, reuses } from "./paper-words.ts";

export interface PaperConsent {
  readonly attribution: string;
  readonly quote: boolean;
  readonly reuse: string;
  readonly until: string;
}

export const leastConsent: PaperConsent = { attribution: "none", quote: false, reuse: "here", until: "" };

interface PaperConsentProps {
  readonly consent: PaperConsent;
  readonly change: (consent: PaperConsent) => void;
}

/** A digit chooses in a list of the browser: each option begins with its number. */
export function PaperConsentFields({ consent, change }: PaperConsentProps) {
  const { t } = useWords();
  const numbered = (labels: readonly (readonly [id: string, label: string])[]) =>
    labels.map(([id, label], at) => ({ id, label: `${at + 1} ${label}` }));
  return (
    <div className="fields">
      <SelectField
        label={`A · ${t("form.page.consent.attribution")}`}
        value={consent.attribution}
        choices={numbered(attributions.map((each) => [each, t(`form.page.consent.attribution.${each}`)]))}
        choose={(attribution) => change({ ...consent, attribution })}
        canBeEmpty={false}
      />
      <SelectField
        label={`B · ${t("voices.enter.quote")}`}
        value={consent.quote ? "yes" : "no"}
        choices={numbered([
          ["no", t("voices.enter.quote.no")],
          ["yes", t("form.page.consent.quote")],
        ])}
        choose={(quote) => change({ ...consent, quote: quote === "yes" })}
        canBeEmpty={false}
      />
      <SelectField
        label={`C · ${t("form.page.consent.reuse")}`}
        value={consent.reuse}
        choices={numbered(reuses.map((each) => [each, t(`form.page.consent.reuse.${each}`)]))}
        choose={(reuse) => change({ ...consent, reuse })}
        canBeEmpty={false}
      />
      <FormField
        label={`D · ${t("form.page.consent.until")}`}
        help={t("form.page.consent.until.help")}
        value={consent.until}
        change={(until) => change({ ...consent, until })}
      />
    </div>
  );
}
