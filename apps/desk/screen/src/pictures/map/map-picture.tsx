// The map, drawn: outlines, a dot for each place with coordinates, a ring for what is known of a country. North is up and
// west is left in every language.
import { useEffect, useMemo, useRef } from "react";
import type { MapPage } from "@tocsin/workspace";
import { useWords } from "../../desk.tsx";
import { numberWords } from "../../words/amounts.ts";
import { useWalk } from "../picture-walk.ts";
import { useWidth } from "../use-width.ts";
import { Walked } from "../walked.tsx";
import { Ground, useOutlines } from "./ground.tsx";
import { layOutMap, type MapMark } from "./map-layout.ts";
import type { Looked } from "./map-question.ts";
import { markWords, placeOf, ringParts } from "./map-words.ts";
import { mapHeight, mapWidth, worldProjection } from "./outlines.ts";

interface MapPictureProps {
  readonly page: MapPage;
  readonly zoom: number;
  readonly look: (looked: Looked) => void;
}

const narrowest = 18;

export function MapPicture({ page, zoom, look }: MapPictureProps) {
  const words = useWords();
  const { ref, width } = useWidth(48);
  const length = Math.max(width - 1, narrowest) * zoom;
  const height = (length * mapHeight) / mapWidth;
  const outlines = useOutlines();
  const marks = useMemo(() => {
    const projection = worldProjection();
    return layOutMap(page, { project: (at) => projection(at), unit: length / mapWidth }).marks;
  }, [page, length]);
  const walk = useWalk(marks, { isMirrored: false });
  useKeptMiddle(ref, zoom);
  return (
    <figure className="picture map" aria-label={words.t("pictures.map")}>
      <div ref={ref} dir="ltr">
        <Walked
          className="world-map"
          label={words.t("pictures.map.walk")}
          around={walk.around}
          style={{ inlineSize: `${length}rem`, blockSize: `${height}rem` }}
        >
          {outlines !== null && <Ground outlines={outlines} />}
          {marks.map((mark) => (
            <Mark key={mark.key} mark={mark} look={look} walked={walk.of(mark)} />
          ))}
        </Walked>
      </div>
      {walk.current !== undefined && <p className="picture-detail">{markWords(words, walk.current)}</p>}
      <figcaption className="note">
        <p>{words.t("pictures.map.legend")}</p>
        <p>{words.t("pictures.map.outlines")}</p>
      </figcaption>
    </figure>
  );
}

/** What was in the middle of the frame stays there when the map grows. */
function useKeptMiddle(ref: React.RefObject<HTMLDivElement | null>, zoom: number): void {
  const before = useRef(zoom);
  useEffect(() => {
    const frame = ref.current?.firstElementChild;
    const times = zoom / before.current;
    before.current = zoom;
    if (!(frame instanceof HTMLElement) || times === 1) return;
    const kept = (start: number, size: number): number => (start + size / 2) * times - size / 2;
    frame.scrollTo(
      kept(frame.scrollLeft, frame.clientWidth),
      kept(frame.scrollTop, Math.min(frame.clientHeight, frame.scrollHeight / times)),
    );
  }, [ref, zoom]);
}

interface MarkProps {
  readonly mark: MapMark;
  readonly look: (looked: Looked) => void;
  readonly walked: ReturnType<ReturnType<typeof useWalk>["of"]>;
}

/** Rings lie within each other, the best known inside: solid, broken, dotted. */
function Mark({ mark, look, walked }: MarkProps) {
  const words = useWords();
  const { x, y, size, known } = mark;
  const label = placeOf(words, mark);
  return (
    <button
      type="button"
      className={known === null ? "spot exact" : "spot ring"}
      style={{
        left: `${(x / mapWidth) * 100}%`,
        top: `${(y / mapHeight) * 100}%`,
        width: `${size}rem`,
        height: `${size}rem`,
      }}
      aria-label={markWords(words, mark)}
      onClick={() => look({ label, keys: mark.keys })}
      {...walked}
    >
      {known !== null &&
        ringParts
          .filter((part) => known[part] > 0)
          .map((part) => <span key={part} className={`ring-part ${part}`} />)}
      {mark.count > 1 && <b>{numberWords(words, mark.count)}</b>}
    </button>
  );
}
