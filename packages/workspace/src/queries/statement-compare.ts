// What a body itself said, beside what others say that it said: both stand, the own words first, and a difference shows.
import type { RecordId } from "@tocsin/core";
import { foldForSearch } from "@tocsin/language";
import { link, query, RecordsError, valuesOf, type LanguageText, type RecordState } from "@tocsin/records";
import { linkIn, stringIn, textIn } from "../values.ts";

export interface ComparedStatement {
  readonly record: RecordId;
  readonly words: LanguageText | null;
  readonly voice: string;
  readonly said: string | null;
  readonly source: RecordId | null;
}

export interface ComparedStatements {
  /** Whose words, and on what. */
  readonly cited: string;
  readonly topic: string;
  /** In their own words; newest first. These count where they are there. */
  readonly own: readonly ComparedStatement[];
  readonly reported: readonly ComparedStatement[];
  /** `same`: every report has the own words; `differs`: one does not; `own-only`, `reported-only`: nothing to compare. */
  readonly standing: "same" | "differs" | "own-only" | "reported-only";
}

/** Of a case, or of an incident. Throws `records.bad-input` without either. */
export const statementCompare = query(
  "statement.compare",
  { case: link("case"), incident: link("incident") },
  async (view, input): Promise<readonly ComparedStatements[]> => {
    const field = input.incident === undefined ? "case" : "incident";
    const on = input.incident ?? input.case;
    if (on === undefined)
      throw new RecordsError(
        "records.bad-input",
        "Cannot compare statements: no case and no incident is named",
      );
    return compareStatements(await view.linked(on, { kind: "statement", field }));
  },
);

export function compareStatements(states: readonly RecordState[]): readonly ComparedStatements[] {
  const groups = new Map<string, RecordState[]>();
  for (const state of states) {
    const key = groupKey(state);
    groups.set(key, [...(groups.get(key) ?? []), state]);
  }
  return [...groups.values()].map(comparedGroup);
}

/** One body on one topic; a body that is a record is known by it. */
function groupKey(state: RecordState): string {
  const values = valuesOf(state);
  const whom = linkIn(values["organisation"]) ?? linkIn(values["person"]) ?? foldedText(values["cited"]);
  return `${whom}\n${foldedText(values["topic"])}`;
}

function foldedText(value: Parameters<typeof textIn>[0]): string {
  return foldForSearch(textIn(value)?.text ?? "").join(" ");
}

function comparedGroup(group: readonly RecordState[]): ComparedStatements {
  const all = group.map(comparedOf).sort((a, b) => (b.said ?? "").localeCompare(a.said ?? "", "en"));
  const own = all.filter(({ voice }) => voice === "own-words");
  const reported = all.filter(({ voice }) => voice !== "own-words");
  const text = (field: string): string =>
    group.flatMap((each) => textIn(valuesOf(each)[field])?.text ?? [])[0] ?? "";
  return { cited: text("cited"), topic: text("topic"), own, reported, standing: standingOf(own, reported) };
}

function comparedOf(state: RecordState): ComparedStatement {
  const values = valuesOf(state);
  return {
    record: state.id,
    words: textIn(values["words"]),
    voice: stringIn(values["voice"]) ?? "unclear",
    said: stringIn(values["said"]),
    source: linkIn(values["source"]),
  };
}

/** Words of another language cannot be compared by a machine: that too is a difference that a person looks at. */
function standingOf(
  own: readonly ComparedStatement[],
  reported: readonly ComparedStatement[],
): ComparedStatements["standing"] {
  if (own.length === 0) return "reported-only";
  if (reported.length === 0) return "own-only";
  const folded = ({ words }: ComparedStatement): string => foldForSearch(words?.text ?? "").join(" ");
  const said = own.map(folded);
  return reported.every((each) => said.some((words) => words.includes(folded(each)))) ? "same" : "differs";
}
