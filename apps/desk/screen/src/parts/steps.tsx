import { useEffect, useRef } from "react";
import { useWords } from "../desk.tsx";

interface StepsProps {
  readonly names: readonly string[];
  readonly at: number;
}

/** Which of a few screens this is. Whoever goes on to another one begins at its top. */
export function Steps({ names, at }: StepsProps) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    list.current?.closest("article")?.scrollIntoView();
    list.current?.focus({ preventScroll: true });
  }, [at]);
  return (
    <ol ref={list} tabIndex={-1} className="wizard no-print" aria-label={words.t("desk.steps")}>
      {names.map((name, index) => (
        <li key={name} {...(index === at ? { "aria-current": "step" as const } : {})}>
          {name}
        </li>
      ))}
    </ol>
  );
}
