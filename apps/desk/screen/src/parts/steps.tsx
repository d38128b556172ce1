import { useWords } from "../desk.tsx";

interface StepsProps {
  readonly names: readonly string[];
  readonly at: number;
}

/** Which of a few screens this is. */
export function Steps({ names, at }: StepsProps) {
  const words = useWords();
  return (
    <ol className="wizard no-print" aria-label={words.t("desk.steps")}>
      {names.map((name, index) => (
        <li key={name} {...(index === at ? { "aria-current": "step" as const } : {})}>
          {name}
        </li>
      ))}
    </ol>
  );
}
