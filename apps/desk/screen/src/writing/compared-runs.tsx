// Two versions of a text held beside each other: what was added and what was taken away, told by more than colour.
import type { ComparedVersions } from "@tocsin/workspace";
import { directionOf } from "@tocsin/language";
import { useDesk } from "../desk.tsx";
import { OneRun } from "../texts/runs.tsx";
import { writtenWords } from "./live-words.ts";

type Runs = ComparedVersions["runs"];

export function ComparedRuns({ runs, language }: { readonly runs: Runs; readonly language: string }) {
  const { words } = useDesk();
  const shown = withNoteNumbers(runs);
  if (runs.every(({ kind }) => kind === "same")) return <p>{words.t("writing.compared.same")}</p>;
  const count = (kind: Runs[number]["kind"]): number =>
    runs.reduce((sum, run) => sum + (run.kind === kind ? writtenWords(run.text, language) : 0), 0);
  return (
    <>
      <p className="note">
        {words.t("writing.compared.counts", { added: count("added"), removed: count("removed") })}
      </p>
      <div className="compared" lang={language} dir={directionOf(language)}>
        {shown.map((run, at) => (
          <OneRun key={at} run={run} />
        ))}
      </div>
    </>
  );
}

/** The id of a record in the mark of a note says nothing to whoever reads: a number tells the notes apart. */
function withNoteNumbers(runs: Runs): Runs {
  const ids: string[] = [];
  const numberOf = (id: string): string => {
    if (!ids.includes(id)) ids.push(id);
    return String(ids.indexOf(id) + 1);
  };
  return runs.map(({ kind, text }) => ({ kind, text: text.replaceAll(/\b[0-9a-z]{26}\b/gu, numberOf) }));
}
