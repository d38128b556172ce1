// This window wrote over a field that another window had changed: what each wrote, what stood there before, and the choice.
import { Group } from "react-aria-components/Group";
import type { Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useWords } from "../desk.tsx";
import { ValueReading } from "../fields/field-reading.tsx";
import { languageTextOf } from "../fields/language-text.ts";
import { Action } from "../parts/action.tsx";
import type { Contested } from "./saves-state.ts";

interface ContestProps {
  readonly field: FormField;
  readonly contested: Contested;
  readonly page: Pick<RecordPage, "values" | "labels">;
  readonly settle: (keep: Json) => Promise<void>;
}

export function Contest({ field, contested, page, settle }: ContestProps) {
  const words = useWords();
  const title = words.t("desk.contest.title", { field: words.t(field.label) });
  const { run, isBusy } = useAction();
  const { mine, before } = contested;
  const theirs = page.values[field.name] ?? null;
  const both = field.multiline === true ? oneAfterTheOther(theirs, mine) : null;
  const choice = (key: string, keep: Json) => (
    <Action isDisabled={isBusy} onPress={() => run(() => settle(keep))}>
      {words.t(`desk.contest.keep.${key}`)}
    </Action>
  );
  const said = { mine, theirs, before };
  return (
    <Group className="conflict" aria-label={title}>
      <output>{title}</output>
      <dl>
        {Object.entries(said).map(([key, value]) => (
          <div key={key}>
            <dt>{words.t(`desk.contest.${key}`)}</dt>
            <dd>
              {value === null ? (
                words.t("state.empty")
              ) : (
                <ValueReading field={field} value={value} labels={page.labels} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="actions">
        {choice("mine", mine)}
        {choice("theirs", theirs)}
        {both !== null && choice("both", both)}
      </p>
      <p className="note">{words.t("desk.contest.history")}</p>
    </Group>
  );
}

/** Somebody is in the field, and what they typed stays before their eyes until they leave it. */
export function Behind({ field, page }: Pick<ContestProps, "field" | "page">) {
  const words = useWords();
  const theirs = page.values[field.name];
  return (
    <p className="waits">
      {words.t("desk.contest.behind")}{" "}
      {theirs === undefined ? (
        words.t("state.empty")
      ) : (
        <ValueReading field={field} value={theirs} labels={page.labels} />
      )}
    </p>
  );
}

function oneAfterTheOther(first: Json, second: Json): Json | null {
  const [one, other] = [first, second].map((value) => languageTextOf(value));
  if (!one || !other) return null;
  return { text: `${one.text}\n\n${other.text}`, lang: one.lang };
}
