// The recovery sheet, shown once: printed or written down by a person, asked back in part, and then gone.
import { useState } from "react";
import type { RecoverySheet } from "../api/contract/vault.ts";
import { useDesk } from "../desk.tsx";
import { Action, PrintAction } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { numberWords } from "../words/amounts.ts";

interface RecoverySheetProps {
  readonly sheet: RecoverySheet;
  readonly vaultName: string;
  /** Somebody has it on paper: it is dropped. */
  readonly done: () => void;
}

const inGroup = 4;

export function RecoverySheetPage({ sheet, vaultName, done }: RecoverySheetProps) {
  const { words } = useDesk();
  const groups = Array.from({ length: Math.ceil(sheet.words.length / inGroup) }, (_, at) => at * inGroup);
  return (
    <article className="page recovery-sheet">
      <h1>{words.t("desk.sheet.title")}</h1>
      <p className="lead">{words.t("desk.sheet.for", { vault: vaultName })}</p>
      <p className="danger">
        <strong>{words.t("desk.sheet.whoever")}</strong>
      </p>
      <div className="sheet-body">
        <div className="sheet-words" lang="en" dir="ltr">
          {groups.map((first) => (
            <ol key={first} start={first + 1} className="plain">
              {sheet.words.slice(first, first + inGroup).map((word, at) => (
                <li key={first + at}>
                  <small>{first + at + 1}</small> <code>{word}</code>
                </li>
              ))}
            </ol>
          ))}
        </div>
        <img
          className="sheet-code"
          src={`data:image/svg+xml,${encodeURIComponent(sheet.svg)}`}
          alt={words.t("desk.sheet.code")}
        />
      </div>
      <h2>{words.t("desk.sheet.does.title")}</h2>
      <ul>
        <li>{words.t("desk.sheet.does.lost")}</li>
        <li>{words.t("desk.sheet.does.folder")}</li>
        <li>{words.t("desk.sheet.does.not")}</li>
        <li>{words.t("desk.sheet.does.keep")}</li>
      </ul>
      <div className="no-print">
        <p className="waits">{words.t("desk.sheet.once")}</p>
        <p className="actions">
          <PrintAction>{words.t("desk.sheet.print")}</PrintAction>
        </p>
        <p className="note">{words.t("desk.sheet.printer")}</p>
        <AskBack words24={sheet.words} done={done} />
      </div>
    </article>
  );
}

interface AskBackProps {
  readonly words24: readonly string[];
  readonly done: () => void;
}

/** Two of the words, so that nobody goes on with a sheet that is not on paper. */
function AskBack({ words24, done }: AskBackProps) {
  const { words } = useDesk();
  const [places] = useState(() => twoPlaces(words24.length));
  const [isKept, setKept] = useState(false);
  const [typed, setTyped] = useState<readonly string[]>(["", ""]);
  const isRight = places.map((place, at) => sameWord(typed[at], words24[place]));
  const finish = (event: Submitted): void => {
    event.preventDefault();
    done();
  };
  return (
    <form className="card fields" onSubmit={finish} autoComplete="off">
      <label className="check">
        <input type="checkbox" checked={isKept} onChange={() => setKept(!isKept)} />
        {words.t("desk.sheet.kept")}
      </label>
      {places.map((place, at) => (
        <FormField
          key={place}
          label={words.t("desk.sheet.ask", { number: numberWords(words, place + 1) })}
          value={typed[at] ?? ""}
          change={(text) => setTyped((last) => last.map((each, index) => (index === at ? text : each)))}
          problem={
            (typed[at] ?? "").length > 3 && isRight[at] !== true ? words.t("desk.sheet.ask.wrong") : null
          }
          required
        />
      ))}
      <div className="actions">
        <Action primary isSubmit isDisabled={!isKept || !isRight.every(Boolean)}>
          {words.t("desk.sheet.done")}
        </Action>
      </div>
    </form>
  );
}

function sameWord(typed: string | undefined, word: string | undefined): boolean {
  return typed !== undefined && typed.trim().toLowerCase() === word;
}

/** Two different places, in order. */
function twoPlaces(length: number): readonly number[] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  const one = first % length;
  const other = second % (length - 1);
  return [one, other < one ? other : other + 1].sort((a, b) => a - b);
}
