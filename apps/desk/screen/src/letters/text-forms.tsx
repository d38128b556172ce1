// The text of a letter changes, which asks everybody again, or gets a translation, which asks nobody.
import type { FormField } from "@tocsin/records";
import type { LetterPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { QuickForm } from "../records/special/quick-form.tsx";
import { letterFields } from "./form-fields.ts";
import { LetterPageOf } from "./letter-page-of.tsx";

export function LetterTextForms({ id }: { readonly id: string }) {
  const { words } = useDesk();
  return (
    <LetterPageOf
      id={id}
      title={words.t("letters.desk.change-text")}
      note={words.t("letters.desk.change-text.note")}
    >
      {(page) => (page.frozen === null ? <Forms page={page} /> : null)}
    </LetterPageOf>
  );
}

function Forms({ page }: { readonly page: LetterPage }) {
  const { words, api, definitions } = useDesk();
  const { letter } = page;
  const on = { kind: "letter", id: letter, labels: {} };
  const [current] = page.versions;
  const [text] = current?.texts ?? [];
  const fieldsOf = (command: string): readonly FormField[] =>
    letterFields(definitions, {
      command,
      kind: "letterVersion",
      without: ["letter"],
      labels: { origin: "letters.desk.origin" },
    });
  const starting =
    text === undefined
      ? {}
      : {
          title: { text: text.title, lang: text.language },
          body: { text: text.paragraphs.join("\n\n"), lang: text.language },
        };
  return (
    <>
      <QuickForm
        page={on}
        name="version"
        title={words.t("letters.desk.new-version")}
        note={words.t("letters.desk.new-version.note", { count: current?.signed ?? 0 })}
        fields={fieldsOf("letter.version")}
        starting={starting}
        submit={words.t("letters.desk.new-version")}
        send={(values) => api.run("letter.version", { ...values, letter })}
      />
      <QuickForm
        page={on}
        name="translation"
        title={words.t("letters.desk.translate")}
        note={words.t("letters.desk.translate.note")}
        fields={fieldsOf("letter.translate")}
        submit={words.t("letters.desk.translate")}
        send={(values) => api.run("letter.translate", { ...values, letter })}
      />
      <QuickForm
        page={on}
        name="terms"
        title={words.t("letters.desk.terms")}
        note={words.t("letters.desk.terms.note")}
        fields={letterFields(definitions, { command: "letter.change", kind: "letter", without: ["letter"] })}
        starting={termsOf(page)}
        submit={words.t("action.save")}
        send={(values) => api.run("letter.change", { ...values, letter })}
      />
    </>
  );
}

function termsOf({ organiser, addressees, deadline }: LetterPage) {
  return {
    addressees: [...addressees],
    ...(organiser === null ? {} : { organiser: { ...organiser } }),
    ...(deadline === null
      ? {}
      : { deadline: deadline.at, zone: deadline.zone, graceMinutes: deadline.graceMinutes }),
  };
}
