// A letter is opened for signatures: the text that is signed, to whom it goes, until when, by which clocks.
import { useDesk } from "../desk.tsx";
import { BlankForm } from "../records/blank-form.tsx";
import { letterFields } from "./form-fields.ts";

export function BeginLetter() {
  const { words, api, definitions } = useDesk();
  return (
    <BlankForm
      kind="letter"
      title={words.t("command.letter.open")}
      note={words.t("letters.desk.begin.note")}
      fields={letterFields(definitions, {
        command: "letter.open",
        kind: "letter",
        labels: { body: "letterVersion.body" },
      })}
      begun={null}
      send={(values) => api.run("letter.open", values)}
    />
  );
}
