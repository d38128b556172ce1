// Words of a comparison: what came is underlined, what went struck through, and both are said.
import { directionOf } from "@tocsin/language";
import type { ComparedDraftRow } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";

type Run = ComparedDraftRow["runs"][number];

interface RunsProps {
  readonly runs: readonly Run[];
  /** BCP 47. */
  readonly language: string;
  /** Of a column that shows one of the two alone. */
  readonly without?: Run["kind"];
}

export function Runs({ runs, language, without }: RunsProps) {
  const shown = runs.filter(({ kind }) => kind !== without);
  return (
    <p className="compared" lang={language} dir={directionIn(language)}>
      {shown.map((run, at) => (
        <OneRun key={at} run={run} />
      ))}
    </p>
  );
}

export function directionIn(language: string): "ltr" | "rtl" | "auto" {
  return language === "und" ? "auto" : directionOf(language);
}

export function OneRun({ run: { kind, text } }: { readonly run: Run }) {
  const words = useWords();
  if (kind === "same") return <>{text}</>;
  const Tag = kind === "added" ? "ins" : "del";
  return (
    <Tag>
      <span className="hidden" lang={words.locale}>
        [{words.t(`writing.compared.${kind}`)}:{" "}
      </span>
      {text}
      <span className="hidden">]</span>
    </Tag>
  );
}
