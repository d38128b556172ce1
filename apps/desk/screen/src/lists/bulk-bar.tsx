// What can be done with the records that are selected: said beforehand for how many, done in one act, taken back at once.
import { useState, type ReactNode } from "react";
import type { Matching } from "@tocsin/workspace";
import type { KnownKind } from "../api/contract/definitions.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import type { BulkActProps } from "./bulk-act-props.ts";
import { BulkCase, BulkField, BulkTask } from "./bulk-acts.tsx";
import { BulkDraft } from "./bulk-draft.tsx";
import { BulkExport } from "./bulk-export.tsx";
import { matchingInput, type ListChoice } from "./list-choice.ts";
import type { Selection } from "./selection.ts";

interface BulkBarProps {
  readonly known: KnownKind;
  readonly choice: ListChoice;
  readonly total: number;
  readonly selection: Selection;
}

type Act = "set" | "case" | "task" | "draft" | "export";

/** As the act itself takes at most. */
const mostAtOnce = 1000;

export function BulkBar({ known, choice, total, selection }: BulkBarProps) {
  const { words } = useDesk();
  const [act, setAct] = useState<Act | null>(null);
  const count = selection.ids.size;
  if (count === 0) return null;
  const done = (): void => {
    setAct(null);
    selection.set([]);
  };
  return (
    <section className="bulk card no-print" aria-label={words.t("desk.bulk.label")}>
      <p className="actions">
        <output>
          <strong>{words.t("desk.bulk.selected", { count })}</strong>
        </output>
        {actsOn(known).map((each) => (
          <Action key={each} primary={each === act} onPress={() => setAct(each === act ? null : each)}>
            {words.t(`desk.bulk.${each}`)}
          </Action>
        ))}
        <SelectMatching kind={known.view.kind} choice={choice} total={total} selection={selection} />
        <Action quiet onPress={done}>
          {words.t("desk.bulk.none")}
        </Action>
      </p>
      {act !== null && drawAct(act, { known, records: [...selection.ids], done })}
    </section>
  );
}

function actsOn({ form }: KnownKind): readonly Act[] {
  const hasCase = form.fields.some(
    ({ name, to, type }) => name === "case" && to === "case" && type === "link",
  );
  return ["set", ...(hasCase ? (["case"] as const) : []), "task", "draft", "export"];
}

function drawAct(act: Act, props: BulkActProps): ReactNode {
  switch (act) {
    case "set":
      return <BulkField {...props} />;
    case "case":
      return <BulkCase {...props} />;
    case "task":
      return <BulkTask {...props} />;
    case "draft":
      return <BulkDraft key={props.records.join()} {...props} />;
    case "export":
      return <BulkExport key={props.records.join()} {...props} />;
    default:
      return act satisfies never;
  }
}

interface SelectMatchingProps extends Omit<BulkBarProps, "known"> {
  readonly kind: string;
}

function SelectMatching({ kind, choice, total, selection }: SelectMatchingProps) {
  const { words, api } = useDesk();
  const { run, isBusy } = useAction();
  const wanted = Math.min(total, mostAtOnce);
  if (selection.ids.size >= wanted) return null;
  const select = async (): Promise<void> => {
    const { records } = await api.ask<Matching>("record.matching", matchingInput(kind, choice));
    selection.set(records);
  };
  const key = total <= mostAtOnce ? "desk.bulk.select-matching" : "desk.bulk.select-first";
  return (
    <Action quiet isDisabled={isBusy} onPress={() => run(select)}>
      {words.t(key, { count: wanted })}
    </Action>
  );
}
