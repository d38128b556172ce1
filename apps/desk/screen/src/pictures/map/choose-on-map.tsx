// A point is chosen on the map: by a press, or by moving the cross with arrow keys or buttons. Nothing is taken before the
// button says so.
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { Group } from "react-aria-components/Group";
import { useWords } from "../../desk.tsx";
import type { Point } from "../../fields/coordinates.ts";
import { Action } from "../../parts/action.tsx";
import { degreesWords } from "../../words/place-words.ts";
import { useWidth } from "../use-width.ts";
import { Zoom } from "../zoom.tsx";
import { countrySpots } from "./country-spots.ts";
import { Ground, useOutlines } from "./ground.tsx";
import { mapHeight, mapWidth, worldProjection } from "./outlines.ts";

const million = 1_000_000;
/** Degrees that the cross moves by, at no zoom. */
const stride = 8;
const mostZoom = 16;

interface ChooseOnMapProps {
  readonly at: Point | null;
  /** Where to begin while no point is known. */
  readonly country: string | null;
  readonly choose: (point: Point) => void;
}

const directions = [
  { name: "north", key: "ArrowUp", sign: "↑", latitude: 1, longitude: 0 },
  { name: "south", key: "ArrowDown", sign: "↓", latitude: -1, longitude: 0 },
  { name: "west", key: "ArrowLeft", sign: "←", latitude: 0, longitude: -1 },
  { name: "east", key: "ArrowRight", sign: "→", latitude: 0, longitude: 1 },
] as const;

export function ChooseOnMap({ at, country, choose }: ChooseOnMapProps) {
  const words = useWords();
  const [zoom, setZoom] = useState(1);
  const [cross, setCross] = useState<Point>(at ?? beginningIn(country));
  const move = ({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): void =>
    setCross((last) => ({
      latitude: within(last.latitude + (latitude * stride * million) / zoom, 90),
      longitude: within(last.longitude + (longitude * stride * million) / zoom, 180),
    }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions.find(({ key }) => key === event.key);
    if (direction === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(direction);
  };
  return (
    <Group className="map choose-on-map" aria-label={words.t("desk.place.on-map")}>
      {/* Arrow keys come up from its buttons. */}
      <div {...{ onKeyDown }}>
        <div className="picture-tools">
          <span className="moves" dir="ltr">
            {directions.map((direction) => (
              <Action
                key={direction.name}
                label={words.t(`desk.place.move.${direction.name}`)}
                onPress={() => move(direction)}
              >
                {direction.sign}
              </Action>
            ))}
          </span>
          <Zoom value={zoom} most={mostZoom} change={setZoom} />
        </div>
        <Chart cross={cross} zoom={zoom} put={setCross} />
        <div className="actions">
          <output>{degreesWords(words, cross)}</output>
          <Action onPress={() => choose(cross)}>{words.t("desk.place.take")}</Action>
        </div>
      </div>
    </Group>
  );
}

function beginningIn(country: string | null): Point {
  const spot = countrySpots.get(country ?? "");
  return spot === undefined
    ? { latitude: 0, longitude: 0 }
    : { latitude: spot.latitude * million, longitude: spot.longitude * million };
}

function within(value: number, degrees: number): number {
  return Math.round(Math.max(-degrees * million, Math.min(degrees * million, value)));
}

interface ChartProps {
  readonly cross: Point;
  readonly zoom: number;
  readonly put: (point: Point) => void;
}

/** Drawn for those who see and point; the buttons and the degrees beside it are the same for everybody. */
function Chart({ cross, zoom, put }: ChartProps) {
  const { ref, width } = useWidth(30);
  const length = Math.max(width - 1, 16) * zoom;
  const outlines = useOutlines();
  const frame = useRef<HTMLDivElement>(null);
  const [projection] = useState(worldProjection);
  const [x, y] = projection([cross.longitude / million, cross.latitude / million]) ?? [0, 0];
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const [across, down] = [x / mapWidth, y / mapHeight];
    current.scrollTo(
      across * current.scrollWidth - current.clientWidth / 2,
      down * current.scrollHeight - current.clientHeight / 2,
    );
  }, [x, y, zoom, length]);
  const onPointer = (event: MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = projection.invert?.([
      ((event.clientX - box.x) / box.width) * mapWidth,
      ((event.clientY - box.y) / box.height) * mapHeight,
    ]);
    if (at === undefined || at === null || Math.abs(at[0]) > 180 || Math.abs(at[1]) > 90) return;
    put({ latitude: within(at[1] * million, 90), longitude: within(at[0] * million, 180) });
  };
  return (
    <div ref={ref} dir="ltr" aria-hidden="true">
      <div className="picture-scroll" ref={frame} tabIndex={-1}>
        <div
          className="world-map"
          style={{ inlineSize: `${length}rem`, blockSize: `${(length * mapHeight) / mapWidth}rem` }}
          {...{ onClick: onPointer }}
        >
          {outlines !== null && <Ground outlines={outlines} />}
          <span
            className="cross"
            style={{ left: `${(x / mapWidth) * 100}%`, top: `${(y / mapHeight) * 100}%` }}
          />
        </div>
      </div>
    </div>
  );
}
