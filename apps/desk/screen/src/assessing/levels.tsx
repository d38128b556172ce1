// The levels of one question to choose from: words first, and no information apart from them, for it is no level.
import { useId } from "react";
import type { InstrumentPage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { codeLabel } from "../words/labels.ts";
import { InstrumentText, type Question } from "./instrument-texts.tsx";
import { levelLabel, noInformation, ratedLevels } from "./level-words.ts";

interface LevelsProps {
  readonly instrument: InstrumentPage;
  readonly question: Question;
  readonly value: string | null;
  readonly choose: (level: string) => void;
}

/** Radio buttons of the browser: the arrow keys go from one to the next. */
export function Levels({ instrument, question, value, choose }: LevelsProps) {
  const words = useWords();
  const name = useId();
  const option = (level: string, label: string, meaning: React.ReactNode) => (
    <div key={level} className={level === noInformation ? "level apart" : "level"}>
      <input
        id={`${name}-${level}`}
        type="radio"
        name={name}
        checked={value === level}
        aria-describedby={`${name}-${level}-means`}
        onChange={() => choose(level)}
      />
      <label htmlFor={`${name}-${level}`}>{label}</label>
      <span id={`${name}-${level}-means`}>{meaning}</span>
    </div>
  );
  return (
    <div className="levels">
      {ratedLevels.map((level) =>
        option(
          level,
          levelLabel(words, question.scale, level),
          <InstrumentText of={instrument} path={`${question.id}.${level}`} text={question.levels[level]} />,
        ),
      )}
      {option(
        noInformation,
        codeLabel(words, "assessmentLevels", noInformation),
        words.t("assess.no-information"),
      )}
    </div>
  );
}
