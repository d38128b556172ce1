// What an examination of a phone found, worst first; and where nothing was found, what that does and does not mean.
import { levels, type Coverage, type ExaminerFinding } from "@tocsin/core";
import { useWords } from "../desk.tsx";
import { FindingFace } from "../findings/finding-face.tsx";
import { notLookedAt } from "../words/finding-words.ts";

interface FoundProps {
  readonly findings: readonly ExaminerFinding[];
  readonly coverage: readonly Coverage[];
  readonly indicatorCount: number;
}

export function Found({ findings, coverage, indicatorCount }: FoundProps) {
  const words = useWords();
  if (findings.length === 0) return <NothingFound coverage={coverage} wasCompared={indicatorCount > 0} />;
  const worstFirst = [...findings].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  return (
    <section aria-labelledby="found-title">
      <h2 id="found-title">{words.t("desk.examination.found", { count: findings.length })}</h2>
      <p>{words.t("desk.examination.calm")}</p>
      {worstFirst.map((finding, index) => (
        <FindingFace
          key={index}
          face={{ ...finding, coverage, fileSha256: hashOf(coverage, finding.place.file) }}
        />
      ))}
    </section>
  );
}

interface NothingFoundProps {
  readonly coverage: readonly Coverage[];
  /** Whether there was any indicator to hold it against. */
  readonly wasCompared: boolean;
}

/** Never "clean": how far it is true is said beside it. */
function NothingFound({ coverage, wasCompared }: NothingFoundProps) {
  const words = useWords();
  const read = coverage.filter(
    ({ status, artifact }) => status === "read" && artifact !== "indicators",
  ).length;
  const missed = notLookedAt(words, coverage);
  return (
    <section className="card" aria-labelledby="found-title">
      <h2 id="found-title">
        {wasCompared
          ? words.t("desk.examination.nothing", { count: read })
          : words.t("desk.examination.not-compared")}
      </h2>
      <p>{words.t(wasCompared ? "examination.no-match" : "desk.examination.not-compared.note")}</p>
      {missed.length > 0 && (
        <>
          <h3>{words.t("examination.not-looked-at")}</h3>
          <ul>
            {missed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.t("desk.finding.next")}</h3>
      <p>{words.t("desk.examination.nothing.next")}</p>
    </section>
  );
}

function hashOf(coverage: readonly Coverage[], file: string): string | null {
  return coverage.find((entry) => entry.file === file && entry.sha256 !== undefined)?.sha256 ?? null;
}
