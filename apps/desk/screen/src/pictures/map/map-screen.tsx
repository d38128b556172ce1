// Where incidents happened: a map of outlines and dots, what it cannot show beside it, and the same as tables.
import { useRef, useState } from "react";
import { Group } from "react-aria-components/Group";
import { ToggleButton } from "react-aria-components/ToggleButton";
import type { MapPage } from "@tocsin/workspace";
import { useQuery } from "../../asking.ts";
import { statusWords } from "../../counts/count-words.ts";
import { useDesk, useWords } from "../../desk.tsx";
import { SelectField } from "../../fields/select-field.tsx";
import { PrintAction } from "../../parts/action.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { TablesNotice } from "../../records/tables-notice.tsx";
import { numberWords } from "../../words/amounts.ts";
import { codeLabel } from "../../words/labels.ts";
import { Zoom } from "../zoom.tsx";
import { BehindMark } from "./behind-mark.tsx";
import { countrySpots } from "./country-spots.ts";
import { countOf } from "./map-layout.ts";
import { MapPicture } from "./map-picture.tsx";
import type { Looked, MapQuestion } from "./map-question.ts";
import { MapTable, NumberLink, PointTable } from "./map-table.tsx";
import { countryWords } from "./map-words.ts";

/** What lies in no country and has no coordinates is asked for by this. */
const nowhereKey = "-";

interface MapScreenProps {
  /** Of measures: the kind that is shown first, or null for that which most have. */
  readonly register?: string | null;
}

export function MapScreen({ register }: MapScreenProps) {
  const { words } = useDesk();
  const about = register === undefined ? "incident" : "measure";
  const [question, setQuestion] = useState<MapQuestion>({
    coarse: false,
    ...(register === undefined ? {} : { kind: "measure" as const }),
    ...(register == null ? {} : { status: register }),
  });
  const asked = useQuery<MapPage>("map", question);
  // While the next one is asked for, the last stays on the screen.
  const [page, setPage] = useState<MapPage | null>(null);
  if (asked.value !== null && asked.value !== page) setPage(asked.value);
  return (
    <article className="page wide">
      <div className="title-line">
        <h1>{words.t(about === "incident" ? "pictures.map.title" : "pictures.map.measures")}</h1>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </div>
      <p className="note">
        {words.t(about === "incident" ? "pictures.map.why" : "pictures.map.measures.why")}
      </p>
      <TablesNotice />
      {page === null ? (
        <Waiting error={asked.error} />
      ) : page.statuses.length === 0 ? (
        <p className="empty">{words.t(`kind.${about}.empty`)}</p>
      ) : (
        <Shown page={page} question={{ ...question, status: page.status }} change={setQuestion} />
      )}
    </article>
  );
}

interface ShownProps {
  readonly page: MapPage;
  readonly question: MapQuestion;
  readonly change: (question: MapQuestion) => void;
}

function Shown({ page, question, change }: ShownProps) {
  const words = useWords();
  const [zoom, setZoom] = useState(1);
  const [looked, setLooked] = useState<Looked | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const look = (next: Looked): void => {
    cameFrom.current = document.activeElement;
    setLooked(next);
  };
  const close = (): void => {
    setLooked(null);
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  };
  const ask = (next: MapQuestion): void => {
    setLooked(null);
    change(next);
  };
  return (
    <>
      <div className="picture-tools no-print">
        <Statuses page={page} question={question} change={ask} />
        <Zoom value={zoom} most={16} change={setZoom} />
      </div>
      <Years page={page} question={question} change={ask} />
      <MapPicture page={page} zoom={zoom} look={look} />
      {page.grid > 0.1 && <p className="note">{words.t("pictures.map.grid", { degrees: page.grid })}</p>}
      {looked !== null && <BehindMark question={question} looked={looked} close={close} />}
      <Apart page={page} look={look} />
      <h2>{words.t("pictures.table")}</h2>
      <MapTable page={page} about={question.kind ?? "incident"} look={look} />
      <PointTable page={page} about={question.kind ?? "incident"} look={look} />
    </>
  );
}

/** One at a time: how sure we are is never added up. */
function Statuses({ page, question, change }: ShownProps) {
  const words = useWords();
  return (
    <Group className="facet" aria-label={words.t("pictures.kinds")}>
      {page.statuses.map(({ status, count }) => (
        <ToggleButton
          key={status}
          className="toggle"
          isSelected={status === page.status}
          onChange={() => change({ ...kindIn(question), coarse: question.coarse, status })}
        >
          {question.kind === "measure" && status !== ""
            ? codeLabel(words, "measureKinds", status)
            : statusWords(words, status === "" ? "unknown" : status)}{" "}
          <span className="count">{numberWords(words, count)}</span>
        </ToggleButton>
      ))}
      <ToggleButton
        className="toggle"
        isSelected={question.coarse}
        onChange={(coarse) => change({ ...question, coarse })}
      >
        {words.t("pictures.map.coarse")}
      </ToggleButton>
    </Group>
  );
}

function kindIn({ kind }: MapQuestion): Pick<MapQuestion, "kind"> {
  return kind === undefined ? {} : { kind };
}

const mostYears = 200;

function Years({ page, question, change }: ShownProps) {
  const words = useWords();
  if (page.years === null) return null;
  const { first, last } = page.years;
  const length = Math.min(last - first + 1, mostYears);
  const choices = Array.from({ length }, (_, at) => String(last - at)).map((id) => ({ id, label: id }));
  const yearOf = (name: "from" | "to") => (id: string) => {
    const { [name]: _old, ...others } = question;
    change(id === "" ? others : { ...others, [name]: Number(id) });
  };
  const isChosen = question.from !== undefined || question.to !== undefined;
  return (
    <div className="map-years no-print">
      {(["from", "to"] as const).map((name) => (
        <SelectField
          key={name}
          label={words.t(`pictures.map.${name}`)}
          value={String(question[name] ?? "")}
          choices={choices}
          choose={yearOf(name)}
        />
      ))}
      {isChosen && page.undated > 0 && (
        <p className="note">{words.t("pictures.map.undated", { count: page.undated })}</p>
      )}
    </div>
  );
}

interface ApartProps {
  readonly page: MapPage;
  readonly look: (looked: Looked) => void;
}

/** What the map cannot show: never a false point. */
function Apart({ page, look }: ApartProps) {
  const words = useWords();
  const apart = page.countries.filter(({ country }) => !countrySpots.has(country));
  if (page.nowhere === 0 && apart.length === 0) return null;
  const nowhere = words.t("pictures.map.nowhere");
  return (
    <section className="no-day" aria-label={words.t("pictures.map.apart")}>
      <h2>{words.t("pictures.map.apart")}</h2>
      <ul className="plain">
        {page.nowhere > 0 && (
          <li>
            <span>{nowhere}</span>
            <NumberLink count={page.nowhere} looked={{ label: nowhere, keys: [nowhereKey] }} look={look} />
          </li>
        )}
        {apart.map((known) => {
          const label = countryWords(words, known.country);
          return (
            <li key={known.key}>
              <span>{label}</span>
              <NumberLink count={countOf(known)} looked={{ label, keys: [known.key] }} look={look} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
