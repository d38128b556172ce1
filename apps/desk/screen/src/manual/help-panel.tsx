// Help for the screen where one is, beside it: the guides that speak of it, and one of them while one does what it says.
import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import type { Route } from "../router.ts";
import { guidesFor, type Guide } from "./guide.ts";
import { GuideSteps } from "./guide-steps.tsx";
import { guides } from "./guides.ts";

interface HelpPanelProps {
  readonly route: Route;
  readonly close: () => void;
}

export function HelpPanel({ route, close }: HelpPanelProps) {
  const words = useWords();
  const own = guidesFor(guides, route);
  const [chosen, setChosen] = useState<Guide | null>(own.length === 1 ? (own[0] ?? null) : null);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current ??= document.activeElement;
    heading.current?.focus();
  }, [chosen]);
  const leave = useCallback((): void => {
    close();
    if (before.current instanceof HTMLElement) before.current.focus();
  }, [close]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) leave();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [leave]);
  return (
    <aside className="thread help no-print" aria-labelledby="help-title">
      <div className="head">
        <h2 id="help-title" ref={heading} tabIndex={-1}>
          {words.t(chosen === null ? "manual.here" : `manual.${chosen.name}.title`)}
        </h2>
        <Action quiet onPress={leave}>
          {words.t("action.close")}
        </Action>
      </div>
      {chosen === null ? <Choice own={own} choose={setChosen} /> : <GuideSteps guide={chosen} />}
      <p className="actions">
        {chosen !== null && (
          <Action quiet onPress={() => setChosen(null)}>
            {words.t("manual.here")}
          </Action>
        )}
        <Go quiet to={["manual"]}>
          {words.t("manual.all")}
        </Go>
      </p>
    </aside>
  );
}

interface ChoiceProps {
  readonly own: readonly Guide[];
  readonly choose: (guide: Guide) => void;
}

/** Where no guide speaks of the screen, all of them are offered. */
function Choice({ own, choose }: ChoiceProps) {
  const words = useWords();
  return (
    <>
      {own.length === 0 && <p>{words.t("manual.nothing-here")}</p>}
      <ul className="plain">
        {(own.length === 0 ? guides : own).map((guide) => (
          <li key={guide.name}>
            <Action quiet onPress={() => choose(guide)}>
              {words.t(`manual.${guide.name}.title`)}
            </Action>
          </li>
        ))}
      </ul>
    </>
  );
}
