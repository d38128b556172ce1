// One part of a draft as it is written: its text with the language, how many words, and the notes of its claims.
import { memo, useCallback, useEffect, useRef, useState, useSyncExternalStore, type FocusEvent } from "react";
import { isFieldText } from "@tocsin/records";
import type { DocumentPagePart, EvidenceBeside, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { useDraft, type Draft } from "../fields/draft.ts";
import { languageTextOf } from "../fields/language-text.ts";
import { LanguageSelect } from "../fields/language-select.tsx";
import { Chooser } from "../fields/chooser.tsx";
import { TypedField } from "../fields/typed-field.tsx";
import { Behind, Contest } from "../records/contest.tsx";
import type { SavesShown } from "../records/field-saves.ts";
import { FormHead } from "../records/form-head.tsx";
import { patchedValues } from "../records/needs.ts";
import { useWarning } from "../unsent/leaving-warning.ts";
import { claimAt, type ClaimAtCursor } from "./claim-at.ts";
import { writtenWords, type LiveWords } from "./live-words.ts";
import { keptText, numbersFor, shownText, withoutNote, type NoteNumbers } from "./note-numbers.ts";
import { PartNotes } from "./part-notes.tsx";
import { usePartSaves, type PartSaving, type WrittenPart } from "./part-saves.ts";
import { labelOfKind } from "../words/labels.ts";

/** After the last key, as on the page of a record. */
const delay = 1200;

export interface PartEditorProps {
  readonly part: DocumentPagePart;
  readonly written: WrittenPart;
  /** BCP 47, of the draft. */
  readonly language: string;
  readonly evidence: readonly EvidenceBeside[];
  readonly live: LiveWords;
  /** Whether notes that are chosen elsewhere go here. */
  readonly isActive: boolean;
  /** Says that somebody writes here, with what puts a note where they write. */
  readonly enter: (record: string, insert: (id: string) => void) => void;
  /** Says which sentence the cursor stands in. */
  readonly point: (claim: ClaimAtCursor | null) => void;
}

export const PartEditor = memo(function PartEditor(props: PartEditorProps) {
  const { part, written } = props;
  const { words } = useDesk();
  const saving = usePartSaves(written, words.t(part.heading));
  const shown = useSyncExternalStore(saving.saves.subscribe, saving.saves.shown);
  useWarning(shown.phase !== "saved");
  const [round, setRound] = useState(0);
  const startAgain = (): void => setRound((last) => last + 1);
  const { saves } = saving;
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget) && saves.leave("text")) startAgain();
  };
  return (
    <div className="field-place" onInputCapture={() => saves.begin("text")} onBlur={leave}>
      <Conflicts saving={saving} shown={shown} startAgain={startAgain} />
      <PartText key={round} {...props} saving={saving} shown={shown} />
      {props.isActive ? (
        <PartSteps record={written.record} saving={saving} phase={shown.phase} startAgain={startAgain} />
      ) : (
        shown.phase === "late" && <p className="waits">{words.t("desk.record.late")}</p>
      )}
    </div>
  );
});

interface PartTextProps extends PartEditorProps {
  readonly saving: PartSaving;
  readonly shown: SavesShown;
}

function PartText(props: PartTextProps) {
  const { part, written, evidence, live, enter, saving, shown } = props;
  const { words } = useDesk();
  const { draft, lang, chooseLanguage, isTooLong } = usePartDraft(props);
  const records = linkedIn(patchedValues(saving.values, shown.held)["records"]);
  const numbers = useNumbers(draft.text, records);
  const around = useRef<HTMLDivElement>(null);
  const insert = useInsert({ around, draft, numbers, saving });
  const { record } = written;
  const count = writtenWords(draft.text, lang);
  useEffect(() => live.set(record, count), [live, record, count]);
  const newest = useRef(insert);
  useEffect(() => {
    newest.current = insert;
  });
  const say = (): void => enter(record, (id) => newest.current(id));
  const remove = (id: string): void => {
    const rest = withoutNote(draft.text, id);
    if (rest !== draft.text) {
      draft.type(rest);
      draft.flush();
    }
    saving.saves.save("records", { remove: [id] });
  };
  const shownNow = shownText(draft.text, numbers);
  const pointTo = usePoint({
    around,
    text: shownNow,
    lang,
    numbers,
    point: props.isActive ? props.point : null,
  });
  return (
    <div ref={around} onFocus={say} onSelect={pointTo}>
      <TypedField
        label={words.t(part.heading)}
        draft={{
          text: shownNow,
          type: (typed) => draft.type(keptText(typed, numbers)),
          flush: draft.flush,
        }}
        lang={lang}
        multiline
        help={words.t(part.help)}
        problem={isTooLong ? words.t("error.records.too-long") : null}
      >
        <LanguageSelect of={words.t(part.heading)} lang={lang} choose={chooseLanguage} />
      </TypedField>
      {props.isActive && evidence.length > 0 && <NoteChooser evidence={evidence} insert={insert} />}
      <PartNotes text={draft.text} numbers={numbers} {...{ records, evidence, remove }} />
    </div>
  );
}

/** What is typed: saved as a text with its language, and kept apart where no field holds it. */
function usePartDraft({ saving, shown, language }: PartTextProps) {
  const { saves, values } = saving;
  const known = languageTextOf(patchedValues(values, shown.held)["text"]);
  const [chosen, setChosen] = useState<string | null>(null);
  const lang = chosen ?? known?.lang ?? language;
  const write = (text: string, inLang: string): void =>
    saves.save("text", text.trim() === "" ? { clear: true } : { set: { text, lang: inLang } });
  const [isTooLong, setTooLong] = useState(shown.half["text"] !== undefined);
  const draft = useDraft(shown.half["text"] ?? known?.text ?? "", delay, (text) => {
    const isLong = !isFieldText(text);
    setTooLong(isLong);
    saves.keepHalf("text", isLong ? text : null);
    if (!isLong) write(text, lang);
  });
  const chooseLanguage = (next: string): void => {
    setChosen(next);
    if (draft.text.trim() !== "" && isFieldText(draft.text)) write(draft.text, next);
  };
  return { draft, lang, chooseLanguage, isTooLong };
}

/** Numbers stay while the part is on the screen. */
function useNumbers(text: string, records: readonly string[]): NoteNumbers {
  const [numbers, setNumbers] = useState<NoteNumbers>([]);
  const next = numbersFor(numbers, text, records);
  if (next !== numbers) setNumbers(next);
  return next;
}

interface NoteChooserProps {
  readonly evidence: readonly EvidenceBeside[];
  readonly insert: (id: string) => void;
}

function NoteChooser({ evidence, insert }: NoteChooserProps) {
  const { words } = useDesk();
  return (
    <div className="note-chooser">
      <Chooser
        label={words.t("writing.notes.choose")}
        choices={evidence.map((each) => ({
          id: each.record,
          label: labelOfKind(words, each.kind, each.label),
          description: words.t(`kind.${each.kind}.one`),
        }))}
        choose={({ id }) => insert(id)}
      />
    </div>
  );
}

interface Pointing {
  readonly around: React.RefObject<HTMLDivElement | null>;
  readonly text: string;
  readonly lang: string;
  readonly numbers: NoteNumbers;
  /** Null where somebody writes elsewhere. */
  readonly point: PartEditorProps["point"] | null;
}

/** Says which sentence the cursor stands in, when it moves and when what stands there changes. */
function usePoint({ around, text, lang, numbers, point }: Pointing): () => void {
  const pointTo = useCallback((): void => {
    const area = around.current?.querySelector("textarea");
    if (area === null || area === undefined) return;
    point?.(claimAt({ text, lang, cursor: area.selectionEnd, numbers }));
  }, [around, text, lang, numbers, point]);
  useEffect(pointTo, [pointTo]);
  return pointTo;
}

interface Inserting {
  readonly around: React.RefObject<HTMLDivElement | null>;
  readonly draft: Draft;
  readonly numbers: NoteNumbers;
  readonly saving: PartSaving;
}

/** Puts the mark of a note where the cursor is or last was, and goes on from behind it. */
function useInsert({ around, draft, numbers, saving: { saves } }: Inserting): (id: string) => void {
  const caret = useRef<number | null>(null);
  // Once the text with the mark is there.
  useEffect(() => {
    const at = caret.current;
    if (at === null) return;
    caret.current = null;
    const area = around.current?.querySelector("textarea");
    area?.focus();
    area?.setSelectionRange(at, at);
  });
  return (id) => {
    const area = around.current?.querySelector("textarea");
    if (area === null || area === undefined) return;
    const withIt = numbersFor(numbers, "", [id]);
    const at = area.selectionEnd;
    const mark = `[^${withIt.indexOf(id) + 1}]`;
    const next = `${area.value.slice(0, at)}${mark}${area.value.slice(at)}`;
    caret.current = at + mark.length;
    saves.begin("text");
    draft.type(keptText(next, withIt));
    draft.flush();
    saves.save("records", { add: [id] });
  };
}

interface PartStepsProps {
  readonly record: string;
  readonly saving: PartSaving;
  readonly phase: SavesShown["phase"];
  readonly startAgain: () => void;
}

/** That it saves itself, and the way back and forth, of the part in which somebody writes. */
function PartSteps({ record, saving: { saves, fields }, phase, startAgain }: PartStepsProps) {
  const { value } = useQuery<RecordPage>("record.show", { record });
  if (value === null) return null;
  return <FormHead page={value} fields={fields} saves={saves} phase={phase} startAgain={startAgain} />;
}

interface ConflictsProps {
  readonly saving: PartSaving;
  readonly shown: SavesShown;
  readonly startAgain: () => void;
}

/** Another window or device wrote here too: both stand, and a person decides. */
function Conflicts({ saving: { saves, values, fields }, shown, startAgain }: ConflictsProps) {
  const field = fields.find(({ name }) => name === "text");
  if (field === undefined) return null;
  const contested = shown.contested["text"];
  const around = { values, labels: {} };
  return (
    <>
      {contested !== undefined && (
        <Contest
          field={field}
          contested={contested}
          page={around}
          settle={async (keep) => {
            await saves.settle("text", keep);
            startAgain();
          }}
        />
      )}
      {shown.behind.includes("text") && <Behind field={field} page={around} />}
    </>
  );
}

function linkedIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}
