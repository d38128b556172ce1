// The sheet itself: how far it is, the questions one at a time or all of them, and its end. Ctrl Enter leads to the next
// question, with Shift to the one before; the arrow keys choose among levels.
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { AssessmentPage, InstrumentPage } from "@tocsin/workspace";
import { useDesk } from "../../desk.tsx";
import { Action } from "../../parts/action.tsx";
import { ProgressLine } from "../../parts/progress-line.tsx";
import { momentWords } from "../../words/date-words.ts";
import { OtherLanguage } from "../instrument-texts.tsx";
import { answerIn } from "./answer-saves.ts";
import type { Asked } from "./asked.ts";
import { CloseSheet } from "./close-sheet.tsx";
import { QuestionForm } from "./question-form.tsx";
import { QuestionStrip } from "./question-strip.tsx";
import { SheetCrumbs } from "./sheet-crumbs.tsx";
import { StatedReasons } from "./stated-reasons.tsx";

interface SheetProps {
  readonly page: AssessmentPage;
  readonly instrument: InstrumentPage;
  readonly rating: string;
  readonly begin: string | null;
}

export function Sheet({ page, instrument, rating, begin }: SheetProps) {
  const { words } = useDesk();
  const line = page.sheets.find((each) => each.rating === rating);
  const asked = instrument.questions.map((question, at) => ({
    at,
    question,
    answer: answerIn(page, rating, question.id),
  }));
  const around = useRef<HTMLElement>(null);
  const going = useGoing(around, asked, begin);
  const closed = line?.closed ?? null;
  return (
    // Keys are heard from everything inside, before a field takes them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article className="page wide sheet" ref={around} onKeyDownCapture={going.onKey}>
      <SheetCrumbs page={page} />
      <h1>{words.t("assess.sheet.of", { name: line?.rater ?? "" })}</h1>
      {closed !== null && (
        <p className="verified">{words.t("assess.sheet.closed", { when: momentWords(words, closed) })}</p>
      )}
      {page.sheets.some((each) => each.closed === null) && (
        <p className="note">
          {words.t("assess.gate.closed")} {words.t("assess.by-screen")}
        </p>
      )}
      <OtherLanguage of={instrument} />
      <Progress asked={asked} />
      <div className="cols">
        <div>
          <QuestionStrip asked={asked} now={going.isAll ? null : going.at} go={going.go} />
          <Ways isAll={going.isAll} setAll={going.setAll} />
          {asked
            .filter(({ at }) => going.isAll || at === going.at)
            .map((each) => (
              <QuestionForm
                key={each.question.id}
                asked={each}
                page={page}
                instrument={instrument}
                rating={rating}
                isClosed={closed !== null}
              />
            ))}
          <Steps at={going.at} count={asked.length} isAll={going.isAll} go={going.go} />
          <CloseSheet page={page} rating={rating} asked={asked} go={going.go} />
        </div>
        <div className="side">
          <StatedReasons page={page} />
        </div>
      </div>
    </article>
  );
}

interface Going {
  readonly at: number;
  readonly isAll: boolean;
  /** Shows a question and puts the focus on its levels. */
  readonly go: (at: number) => void;
  readonly setAll: (isAll: boolean) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function useGoing(
  around: { readonly current: HTMLElement | null },
  asked: readonly Asked[],
  begin: string | null,
): Going {
  const [at, setAt] = useState(() => firstOf(asked, begin));
  const [isAll, setAll] = useState(false);
  const [wanted, setWanted] = useState<{ readonly at: number } | null>(null);
  useEffect(() => {
    if (wanted !== null) focusOn(around.current, wanted.at);
  }, [around, wanted]);
  const go = (next: number): void => {
    if (next < 0 || next >= asked.length) return;
    setAt(next);
    setWanted({ at: next });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const here = placeOf(event.target) ?? at;
    go(event.shiftKey ? here - 1 : here + 1);
  };
  return { at, isAll, go, setAll, onKey };
}

/** The one that is named; else the first that lacks something. */
function firstOf(asked: readonly Asked[], begin: string | null): number {
  const named = asked.findIndex(({ question }) => question.id === begin);
  if (named >= 0) return named;
  return Math.max(
    0,
    asked.findIndex(({ answer }) => (answer?.lacks ?? null) !== null),
  );
}

function placeOf(target: EventTarget): number | null {
  const card = target instanceof Element ? target.closest<HTMLElement>("[data-question]") : null;
  return card === null ? null : Number(card.dataset["question"]);
}

/** The level that is chosen, or the first one; of a closed sheet the question itself. */
function focusOn(around: HTMLElement | null, at: number): void {
  const card = around?.querySelector<HTMLElement>(`[data-question="${at}"]`);
  const target =
    card?.querySelector<HTMLElement>("input[type=radio]:checked") ??
    card?.querySelector<HTMLElement>("input[type=radio]") ??
    card?.querySelector<HTMLElement>("h2");
  card?.scrollIntoView({ block: "start" });
  target?.focus({ preventScroll: true });
}

function Progress({ asked }: { readonly asked: readonly Asked[] }) {
  const { words } = useDesk();
  const applying = asked.filter(({ answer }) => answer?.applies === "yes");
  const answered = applying.filter(({ answer }) => answer?.lacks === null).length;
  const open = asked.filter(({ answer }) => answer?.applies === "open").length;
  return (
    <>
      <ProgressLine
        name={words.t("assess.progress")}
        text={words.t("assess.progress.of", { answered, count: applying.length })}
        done={answered}
        total={applying.length}
      />
      {open > 0 && <p className="note">{words.t("assess.progress.open", { count: open })}</p>}
    </>
  );
}

interface WaysProps {
  readonly isAll: boolean;
  readonly setAll: (isAll: boolean) => void;
}

function Ways({ isAll, setAll }: WaysProps) {
  const { words } = useDesk();
  return (
    <p className="actions no-print">
      <Action onPress={() => setAll(!isAll)}>{words.t(isAll ? "assess.one" : "assess.every")}</Action>
      <small>
        {words.t("assess.keys")} <kbd>{words.t("assess.key.next")}</kbd> ·{" "}
        <kbd>{words.t("assess.key.before")}</kbd>
      </small>
    </p>
  );
}

interface StepsProps {
  readonly at: number;
  readonly count: number;
  readonly isAll: boolean;
  readonly go: (at: number) => void;
}

function Steps({ at, count, isAll, go }: StepsProps) {
  const { words } = useDesk();
  if (isAll) return null;
  return (
    <p className="actions no-print">
      <Action isDisabled={at === 0} onPress={() => go(at - 1)}>
        {words.t("assess.before")}
      </Action>
      <Action primary isDisabled={at === count - 1} onPress={() => go(at + 1)}>
        {words.t("assess.next-question")}
      </Action>
    </p>
  );
}
