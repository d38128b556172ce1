// Above the fields of a record: that they save themselves, or why they do not; what another window changed; and the way
// back and forth.
import { useState } from "react";
import type { FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import type { FieldSaves, SavesShown } from "./field-saves.ts";

interface FormHeadProps {
  readonly page: RecordPage;
  readonly fields: readonly FormField[];
  readonly saves: FieldSaves;
  readonly phase: SavesShown["phase"];
  /** The fields show what stands there, whatever was typed into them. */
  readonly startAgain: () => void;
}

export function FormHead({ page, fields, saves, phase, startAgain }: FormHeadProps) {
  const { words } = useDesk();
  const isLate = phase === "late";
  return (
    <div className="form-head">
      <output>
        <span className={isLate ? "waits" : "note"}>
          {words.t(isLate ? "desk.record.late" : "desk.record.saves-itself")}
        </span>
      </output>
      <StepActions page={page} saves={saves} startAgain={startAgain} />
      <ChangedElsewhere page={page} fields={fields} saves={saves} />
    </div>
  );
}

function StepActions({ page, saves, startAgain }: Pick<FormHeadProps, "page" | "saves" | "startAgain">) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const { back, forth } = page.steps;
  /** What was saved here counts as seen, though the page does not show it yet; what somebody else wrote does not. */
  const newestSeen = async (): Promise<string> => {
    const now = await api.ask<RecordPage>("record.show", { record: page.id });
    const { history } = changedFields(page, now, saves).length === 0 ? now : page;
    return history[0]?.commit ?? "";
  };
  const step = (command: string, said: string): void =>
    run(async () => {
      try {
        await api.run(command, { record: page.id, seen: await newestSeen() });
        announce(words.t(said));
        startAgain();
      } finally {
        // Where another window was before this one, the fields show what it wrote.
        changed();
      }
    });
  return (
    <span className="actions">
      <Action isDisabled={isBusy || !back} onPress={() => step("record.undo", "desk.undone")}>
        {words.t("action.undo")}
      </Action>
      <Action isDisabled={isBusy || !forth} onPress={() => step("record.redo", "desk.redone")}>
        {words.t("action.redo")}
      </Action>
    </span>
  );
}

/** Said once, until this record is changed elsewhere again or the screen is left. */
function ChangedElsewhere({ page, fields, saves }: Pick<FormHeadProps, "page" | "fields" | "saves">) {
  const { words, elsewhere } = useDesk();
  const [known, setKnown] = useState<{
    readonly page: RecordPage;
    readonly elsewhere: number;
    readonly names: readonly string[];
  }>({ page, elsewhere, names: [] });
  if (known.page !== page) {
    const names = elsewhere === known.elsewhere ? [] : changedFields(known.page, page, saves);
    setKnown({ page, elsewhere, names: names.length === 0 ? known.names : names });
  }
  const labels = known.names.flatMap((name) => {
    const field = fields.find((each) => each.name === name);
    return field === undefined ? [] : [words.t(field.label)];
  });
  const list = new Intl.ListFormat(words.locale, { type: "unit" }).format(labels);
  return (
    <output className="changed-elsewhere">
      {labels.length > 0 && <span className="waits">{words.t("desk.record.elsewhere", { list })}</span>}
    </output>
  );
}

function changedFields(before: RecordPage, after: RecordPage, saves: FieldSaves): readonly string[] {
  const names = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
  return [...names].filter((name) => {
    const value = after.values[name] ?? null;
    const isSame = JSON.stringify(before.values[name] ?? null) === JSON.stringify(value);
    return !isSame && !saves.isMine(name, value);
  });
}
