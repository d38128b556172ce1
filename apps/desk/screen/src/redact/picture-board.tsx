// The picture with the parts that will be covered: drawn with a pointer, or moved and resized with the keys of arrows.
import { useRef, useState, type PointerEvent } from "react";
import type { PagePart, Region, ShownPages } from "../api/contract/redact.ts";
import { useDesk } from "../desk.tsx";
import { partWords } from "./pages.tsx";
import { afterKey, areaOf, between, within, type Area, type NumberedRegion } from "./regions.ts";

interface BoardProps {
  readonly picture: ShownPages;
  readonly regions: readonly NumberedRegion[];
  readonly add: (region: Region) => void;
  readonly change: (region: NumberedRegion) => void;
  readonly remove: (number: number) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export function PictureBoard({ picture, regions, add, change, remove }: BoardProps) {
  const { words } = useDesk();
  const [drawn, setDrawn] = useState<{ readonly from: Point; readonly to: Point } | null>(null);
  const { pages, shown } = picture;
  const area = areaOf(picture);
  const drawnPages = shown.flatMap(({ page, url }) => {
    const place = pages[page];
    return place === undefined ? [] : [{ ...place, page, url }];
  });
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0 || event.target instanceof SVGRectElement) return;
    const from = pointIn(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawn({ from, to: from });
  };
  const draw = (event: PointerEvent<SVGSVGElement>): void => {
    const to = pointIn(event);
    setDrawn((last) => last && { ...last, to });
  };
  const end = (): void => {
    if (drawn === null) return;
    const region = between(drawn.from, drawn.to);
    setDrawn(null);
    // A mere touch is no part: it would cover a pixel that nobody sees.
    if (region.width > 2 && region.height > 2) add(within(region, area));
  };
  return (
    <svg
      className={pages.length > 1 ? "redact-board is-paged" : "redact-board"}
      viewBox={`0 ${area.top} ${area.width} ${area.height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={words.t("desk.redact.board")}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={() => setDrawn(null)}
    >
      {drawnPages.map(({ page, url, top, width, height }) => (
        <image key={page} href={url} y={top} width={width} height={height} aria-hidden="true" />
      ))}
      {drawnPages.slice(1).map(({ page, top }) => (
        <line key={page} className="redact-edge" x1={0} x2={area.width} y1={top} y2={top} />
      ))}
      {regions
        .filter(({ y, height }) => y < area.top + area.height && y + height > area.top)
        .map((region) => (
          <Part
            key={region.number}
            region={region}
            area={area}
            pages={pages}
            change={change}
            remove={remove}
          />
        ))}
      {drawn !== null && <rect className="redact-drawn" {...between(drawn.from, drawn.to)} />}
    </svg>
  );
}

interface PartProps extends Pick<BoardProps, "change" | "remove"> {
  readonly region: NumberedRegion;
  /** It stays among the pages that are shown. */
  readonly area: Area;
  readonly pages: readonly PagePart[];
}

function Part({ region, area, pages, change, remove }: PartProps) {
  const { words } = useDesk();
  const grabbed = useRef<Point | null>(null);
  const { x, y, width, height, number } = region;
  const move = (event: PointerEvent<SVGRectElement>): void => {
    if (grabbed.current === null) return;
    const point = pointIn(event);
    const moved = { ...region, x: point.x - grabbed.current.x, y: point.y - grabbed.current.y };
    change(within(moved, area));
  };
  return (
    <rect
      className="redact-part"
      x={x}
      y={y}
      width={width}
      height={height}
      tabIndex={0}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="button"
      aria-label={partWords(words, region, pages)}
      aria-describedby="redact-keys"
      onKeyDown={(event) => {
        const changed = afterKey(region, event, area);
        if (changed !== null) change(changed);
        else if (event.key === "Delete" || event.key === "Backspace") remove(number);
        else return;
        event.preventDefault();
      }}
      onPointerDown={(event) => {
        const point = pointIn(event);
        grabbed.current = { x: point.x - x, y: point.y - y };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={() => (grabbed.current = null)}
      onPointerCancel={() => (grabbed.current = null)}
    />
  );
}

/** Where a pointer is, in pixels of the picture, however it is scaled. */
function pointIn(event: PointerEvent<SVGElement>): Point {
  const board =
    event.currentTarget instanceof SVGSVGElement ? event.currentTarget : event.currentTarget.ownerSVGElement;
  const back = board?.getScreenCTM()?.inverse();
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(back);
  return { x, y };
}
