// The notes of a part: what each claim rests on, to be opened beside the text, and taken away again.
import type { EvidenceBeside } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { idleMarks, isMarked, type NoteNumbers } from "./note-numbers.ts";
import { labelOfKind } from "../words/labels.ts";

interface PartNotesProps {
  /** As it is kept. */
  readonly text: string;
  readonly numbers: NoteNumbers;
  /** What the part rests on. */
  readonly records: readonly string[];
  readonly evidence: readonly EvidenceBeside[];
  readonly remove: (id: string) => void;
}

export function PartNotes({ text, numbers, records, evidence, remove }: PartNotesProps) {
  const { words } = useDesk();
  const noted = numbers.filter((id) => isMarked(text, id) || records.includes(id));
  const idle = idleMarks(text, numbers);
  if (noted.length + idle.length === 0) return null;
  return (
    <div className="part-notes">
      <ul aria-label={words.t("writing.notes")}>
        {noted.map((id) => (
          <li key={id}>
            <code dir="ltr">[^{numbers.indexOf(id) + 1}]</code>{" "}
            <Note known={evidence.find(({ record }) => record === id)} />
            {!isMarked(text, id) && <small> · {words.t("writing.notes.last")}</small>}{" "}
            <Action
              quiet
              label={words.t("writing.notes.remove-of", { number: numbers.indexOf(id) + 1 })}
              onPress={() => remove(id)}
            >
              {words.t("writing.notes.remove")}
            </Action>
          </li>
        ))}
        {idle.map((typed) => (
          <li key={typed} className="waits">
            <code dir="ltr">[^{typed}]</code> {words.t("writing.notes.idle")}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Note({ known }: { readonly known: EvidenceBeside | undefined }) {
  const { words } = useDesk();
  if (known === undefined) return <>{words.t("state.loading")}</>;
  const { kind, record, label } = known;
  return (
    <>
      <small>{words.t(`kind.${kind}.one`)}</small>{" "}
      <a href={addressOf(kind, record)}>
        <bdi>{labelOfKind(words, kind, label)}</bdi>
      </a>
    </>
  );
}
