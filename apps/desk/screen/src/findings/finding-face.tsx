// A finding always has the same face: level and place in one line, what was seen, what it can mean, harmless
// explanations, what was not looked at, what to do next; then what it was matched with and where exactly it lies.
import type { ReactNode } from "react";
import type { Coverage, Level } from "@tocsin/core";
import { useWords } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { dateWords } from "../words/date-words.ts";
import { findingSentences, notLookedAt, type FaceOfFinding } from "../words/finding-words.ts";
import { artifactLabel, codeLabel } from "../words/labels.ts";
import { evidencePlaceWords } from "../words/place-words.ts";
import { VerdictFacts } from "./verdict-facts.tsx";

export interface Face extends FaceOfFinding {
  readonly level: Level;
  readonly coverage: readonly Coverage[];
  readonly examiner: { readonly name: string; readonly version: string };
  readonly fileSha256: string | null;
}

interface FindingFaceProps {
  readonly face: Face;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

export function FindingFace({ face, children }: FindingFaceProps) {
  const words = useWords();
  const { seen, means, harmless, next } = findingSentences(words, face);
  const missed = notLookedAt(words, face.coverage);
  return (
    <div className={`card finding level-${face.level}`}>
      <FaceHead face={face} />
      <dl className="face">
        <Part name="seen" sentences={seen}>
          {!face.verdict && <code dir="ltr">{face.value}</code>}
        </Part>
        <Part name="means" sentences={means} />
        <Part name="harmless" sentences={harmless} />
        <Part
          name="not-looked-at"
          sentences={missed.length === 0 ? [words.t("desk.finding.all-read")] : missed}
        />
        <Part name="next" sentences={next} />
      </dl>
      <FaceFacts face={face} />
      {children !== undefined && <div className="actions no-print">{children}</div>}
    </div>
  );
}

function FaceHead({ face }: { readonly face: Face }) {
  const words = useWords();
  const campaigns = new Set(face.indicators.map(({ campaign }) => campaign)).size;
  const level = codeLabel(words, "levels", face.level);
  const said = face.verdict ? codeLabel(words, "verdict", face.verdict.state) : null;
  const parts = [
    level,
    ...(said === null ? [] : [said]),
    ...(campaigns === 0 ? [] : [words.t("desk.finding.campaigns", { count: campaigns })]),
  ];
  return (
    <div className="face-head">
      <strong className="level">{parts.join(" · ")}</strong>
      <small>
        <bdi>
          {face.examiner.name} {face.examiner.version}
        </bdi>{" "}
        · {artifactLabel(words, face.artifact)}
      </small>
    </div>
  );
}

interface PartProps {
  readonly name: string;
  readonly sentences: readonly string[];
  readonly children?: ReactNode;
}

export function Part({ name, sentences, children }: PartProps) {
  const words = useWords();
  return (
    <>
      <dt>{words.t(`desk.finding.${name}`)}</dt>
      <dd>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {children}
      </dd>
    </>
  );
}

function FaceFacts({ face }: { readonly face: Face }) {
  const words = useWords();
  return (
    <details className="facts">
      <summary>{words.t("desk.finding.where")}</summary>
      <dl className="face">
        <dt>{words.t("finding.place")}</dt>
        <dd>
          <code dir="ltr">{evidencePlaceWords(words, face.place)}</code>
        </dd>
        <dt>{words.t("finding.time")}</dt>
        <dd>{dateWords(words, face.time)}</dd>
        {face.fileSha256 !== null && (
          <>
            <dt>{words.t("finding.fileSha256")}</dt>
            <dd>
              <Hash value={face.fileSha256} />
            </dd>
          </>
        )}
        {face.verdict && <VerdictFacts verdict={face.verdict} />}
        {face.indicators.map(({ campaign, source, pattern }) => (
          <Indicator key={`${campaign} ${pattern}`} campaign={campaign} source={source} pattern={pattern} />
        ))}
      </dl>
    </details>
  );
}

function Indicator({ campaign, source, pattern }: { campaign: string; source: string; pattern: string }) {
  const words = useWords();
  return (
    <>
      <dt>{words.t("desk.finding.indicator")}</dt>
      <dd>
        <code dir="ltr">{pattern}</code> <bdi>{campaign}</bdi> <small dir="auto">{source}</small>
      </dd>
    </>
  );
}
