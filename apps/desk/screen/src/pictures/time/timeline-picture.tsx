// The line of time, drawn. Marks are links; what has no day stands in a place of its own.
import { useMemo } from "react";
import type { Translator } from "@tocsin/language";
import type { TimelineMark } from "@tocsin/workspace";
import { useDesk, useWords, type Desk } from "../../desk.tsx";
import { addressOf } from "../../router.ts";
import { numberWords, spanOfDays } from "../../words/amounts.ts";
import { dateWords } from "../../words/date-words.ts";
import { useWalk } from "../picture-walk.ts";
import { Walked } from "../walked.tsx";
import { useWidth } from "../use-width.ts";
import { markKey, markLabel, markSentence, markSort } from "./mark-words.ts";
import { layOutTimeline, type PlacedMark, type TimelineLayout } from "./timeline-layout.ts";
import type { Tick } from "./time-scale.ts";

const lanes = [
  "incident",
  "finding",
  "custody",
  "proceeding",
  "hearing",
  "deadline",
  "action",
  "measure",
  "statement",
  "consent",
  "task",
];
const rowHeight = 2.1;
const laneHead = 1.4;
const shortest = 26;
const shownAtOnce = 12;

interface TimelinePictureProps {
  readonly marks: readonly TimelineMark[];
  readonly zoom: number;
}

export function TimelinePicture({ marks, zoom }: TimelinePictureProps) {
  const { words } = useDesk();
  const { ref, width } = useWidth(48);
  const length = Math.max(width - 1, shortest) * zoom;
  const layout = useMemo(
    () =>
      layOutTimeline(
        marks.map((mark) => ({ key: markKey(mark), lane: mark.kind, date: mark.date })),
        { length, lanes },
      ),
    [marks, length],
  );
  const byKey = useMemo(() => new Map(marks.map((mark) => [markKey(mark), mark])), [marks]);
  const drawn = layout.lanes.length > 0;
  return (
    <figure className="picture" aria-label={words.t("pictures.timeline")}>
      <div ref={ref}>{drawn && <Line layout={layout} byKey={byKey} />}</div>
      <Unknown marks={layout.unknown.flatMap((key) => byKey.get(key) ?? [])} />
      {drawn && <figcaption className="note">{words.t("pictures.timeline.legend")}</figcaption>}
    </figure>
  );
}

interface LineProps {
  readonly layout: TimelineLayout;
  readonly byKey: ReadonlyMap<string, TimelineMark>;
}

type Spot = PlacedMark & { readonly key: string; readonly top: number };

function spotsOf({ lanes: placed }: TimelineLayout): readonly Spot[] {
  return placed
    .flatMap(({ marks, from }, lane) =>
      marks.map((mark) => ({
        ...mark,
        key: mark.keys[0] ?? "",
        top: (from + mark.row) * rowHeight + (lane + 1) * laneHead,
      })),
    )
    .sort((a, b) => a.at - b.at || a.top - b.top);
}

function Line({ layout, byKey }: LineProps) {
  const { words } = useDesk();
  const walk = useWalk(spotsOf(layout));
  const height = layout.rows * rowHeight + layout.lanes.length * laneHead + 2;
  return (
    <>
      <Walked
        className="line-of-time"
        label={words.t("pictures.timeline.walk")}
        around={walk.around}
        style={{ inlineSize: `${layout.length}rem`, blockSize: `${height}rem` }}
      >
        <Ground layout={layout} />
        {spotsOf(layout).map((spot) => (
          <Mark key={spot.key} spot={spot} marks={marksAt(spot, byKey)} walked={walk.of(spot)} />
        ))}
      </Walked>
      {walk.current !== undefined && <Detail marks={marksAt(walk.current, byKey)} />}
    </>
  );
}

/** Lanes, what time it is, and what is folded. */
function Ground({ layout }: { readonly layout: TimelineLayout }) {
  const words = useWords();
  return (
    <>
      {layout.lanes.map(({ lane, from }, at) => (
        <p key={lane} className="lane" style={{ insetBlockStart: `${from * rowHeight + at * laneHead}rem` }}>
          {words.t(`kind.${lane}`)}
        </p>
      ))}
      {layout.ticks.map((tick) => (
        <span key={tick.time} className="tick" style={{ insetInlineStart: `${tick.at}rem` }}>
          {tickWords(words, tick)}
        </span>
      ))}
      {layout.folds.map(({ from, to, at }) => (
        <span key={from} className="fold" style={{ insetInlineStart: `${at}rem` }}>
          {words.t("pictures.fold", { time: spanOfDays(words, (to - from) / 86_400_000) })}
        </span>
      ))}
    </>
  );
}

interface MarkProps {
  readonly spot: Spot;
  readonly marks: readonly TimelineMark[];
  readonly walked: ReturnType<ReturnType<typeof useWalk>["of"]>;
}

function Mark({ spot, marks, walked }: MarkProps) {
  const desk = useDesk();
  const [first] = marks;
  if (first === undefined) return null;
  return (
    <a
      href={addressOf(first.kind, first.record)}
      className={lookOf(spot, marks)}
      style={{
        insetInlineStart: `${spot.at}rem`,
        insetBlockStart: `${spot.top}rem`,
        inlineSize: `${spot.room}rem`,
      }}
      aria-label={sentenceOf(desk, marks)}
      {...walked}
    >
      <span className="sign" style={{ inlineSize: `${Math.max(spot.length, 0.8)}rem` }} />
      {spot.room > 6 && marks.length === 1 && <bdi>{markLabel(desk, first)}</bdi>}
      {marks.length > 1 && <b>{numberWords(desk.words, marks.length)}</b>}
    </a>
  );
}

/** What stands at the mark that was visited last. */
function Detail({ marks }: { readonly marks: readonly TimelineMark[] }) {
  const desk = useDesk();
  return (
    <div className="picture-detail no-print">
      {marks.slice(0, shownAtOnce).map((mark) => (
        <p key={markKey(mark)}>
          <a href={addressOf(mark.kind, mark.record)}>{markSentence(desk, mark)}</a>
        </p>
      ))}
      {marks.length > shownAtOnce && (
        <p className="note">{desk.words.t("pictures.more", { count: marks.length - shownAtOnce })}</p>
      )}
    </div>
  );
}

function marksAt({ keys }: PlacedMark, byKey: ReadonlyMap<string, TimelineMark>): readonly TimelineMark[] {
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

function lookOf(spot: PlacedMark, marks: readonly TimelineMark[]): string {
  const isGrave = marks.some(({ level }) => level === "critical" || level === "high");
  return [
    "mark",
    spot.length > 0 ? "span" : "day",
    ...(spot.isVague ? ["vague"] : []),
    ...(spot.isOpen ? ["open-end"] : []),
    ...(isGrave ? ["grave"] : []),
    ...(marks.some(({ isUnconfirmed }) => isUnconfirmed) ? ["unconfirmed"] : []),
  ].join(" ");
}

function sentenceOf(desk: Desk, marks: readonly TimelineMark[]): string {
  const [first] = marks;
  if (first === undefined) return "";
  const sentence = markSentence(desk, first);
  return marks.length === 1
    ? sentence
    : desk.words.t("pictures.and-more", { first: sentence, count: marks.length - 1 });
}

function tickWords({ locale }: Translator, { time, precision }: Tick): string {
  const year = { year: "numeric" } as const;
  const options =
    precision === "year"
      ? year
      : precision === "month"
        ? ({ ...year, month: "short" } as const)
        : ({ ...year, month: "short", day: "numeric" } as const);
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    ...options,
    calendar: "gregory",
    timeZone: "UTC",
  }).format(time);
}

function Unknown({ marks }: { readonly marks: readonly TimelineMark[] }) {
  const desk = useDesk();
  const words = useWords();
  if (marks.length === 0) return null;
  return (
    <div className="no-day">
      <h2>{words.t("pictures.no-day")}</h2>
      <ul className="plain">
        {marks.map((mark) => (
          <li key={markKey(mark)}>
            <a href={addressOf(mark.kind, mark.record)}>
              <bdi>{markLabel(desk, mark)}</bdi>
            </a>
            <small>
              {[markSort(words, mark), ...(mark.date === null ? [] : [dateWords(words, mark.date)])].join(
                " · ",
              )}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
