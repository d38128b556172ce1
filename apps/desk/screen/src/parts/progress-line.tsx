// How far something is: a bar, and the same in words.
import { ProgressBar } from "react-aria-components/ProgressBar";

interface ProgressLineProps {
  readonly name: string;
  readonly text: string;
  readonly done: number;
  /** Null where nobody knows. */
  readonly total: number | null;
}

export function ProgressLine({ name, text, done, total }: ProgressLineProps) {
  return (
    <ProgressBar
      className="progress"
      isIndeterminate={total === null}
      value={done}
      maxValue={Math.max(total ?? 1, 1)}
      valueLabel={text}
      aria-label={name}
    >
      {({ percentage = 100, isIndeterminate }) => (
        <>
          <strong>{name}</strong>
          <span>{text}</span>
          <span className={isIndeterminate ? "bar open" : "bar"}>
            <span style={{ inlineSize: `${percentage}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
