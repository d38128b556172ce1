// The map: a tile for each State and territory, darker for more. A link where something is there. The table of States has
// the same numbers. One tile is drawn once and used for all, or the page would be too heavy for a slow line.
import type { Counts } from "../counted/counts.ts";
import { mark, type Markup } from "../markup.ts";
import { addressOf } from "../page-plan.ts";
import { pathIn, type Place } from "../pages/frame.ts";
import type { Tongue } from "../words/tongue.ts";
import { countryTiles, type CountryTile } from "./country-tiles.ts";
import { pictureHead } from "./picture-head.ts";
import { pictureStyle } from "./picture-style.ts";
import { shadeOf } from "./shades.ts";

const pitch = 26;
const side = 24;
const widePitch = 40;
const wideSide = 37;

export function tileMap(place: Place, path: string, { rows }: Counts): Markup {
  const { tongue } = place;
  const shown = countedTiles(rows);
  const { width, height } = sizeOf(shown, pitch);
  const tiles = shown.map((tile) => tileMarkup(place, path, tile));
  return mark`<figure><figcaption>${tongue.say("library.map.about")}</figcaption>
<div class="scroll" dir="ltr"><svg class="map" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${tongue.text("library.map")}" font-size="11" text-anchor="middle"><defs><rect id="t" width="${side}" height="${side}" rx="4"/></defs>${tiles}</svg></div>${legend(place)}</figure>`;
}

/** In a file of its own, with the numbers within the tiles: nothing there leads to a table. */
export function mapPicture(tongue: Tongue, counts: Counts, source: string): Markup {
  const shown = countedTiles(counts.rows);
  const bare = sizeOf(shown, widePitch);
  const head = pictureHead(tongue, { ...counts, source, width: bare.width });
  const { width } = head;
  const height = bare.height + head.height;
  const tiles = shown.map((tile) => numberedTile(tongue, tile));
  return mark`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${counts.title}" font-size="12" font-family="system-ui, sans-serif">${pictureStyle}<defs><rect id="t" width="${wideSide}" height="${wideSide}" rx="5"/></defs>${head.markup}<g transform="translate(0 ${head.height})" text-anchor="middle">${tiles}</g></svg>`;
}

function numberedTile(tongue: Tongue, { code, column, row, count, label, shade }: CountedTile): Markup {
  const at = mark`transform="translate(${column * widePitch} ${row * widePitch})"`;
  const middle = wideSide / 2;
  if (count === 0)
    return mark`<g ${at}><use href="#t" class="t0"/><text x="${middle}" y="23" class="s">${code}</text></g>`;
  return mark`<g ${at}><title>${label}: ${tongue.number(count)}</title><use href="#t" class="t${shade}"/><text x="${middle}" y="16">${code}</text><text x="${middle}" y="30" font-size="11">${tongue.number(count)}</text></g>`;
}

interface CountedTile extends CountryTile {
  readonly count: number;
  readonly label: string;
  readonly shade: number;
}

function countedTiles(rows: Counts["rows"]): readonly CountedTile[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return [...countryTiles, ...tilesWithoutPlace(rows)].map((tile) => {
    const { count, label } = byCode.get(tile.code) ?? { count: 0, label: tile.code };
    return { ...tile, count, label, shade: shadeOf(count, most) };
  });
}

function sizeOf(
  tiles: readonly CountryTile[],
  step: number,
): { readonly width: number; readonly height: number } {
  return {
    width: step * (1 + Math.max(...tiles.map(({ column }) => column))),
    height: step * (1 + Math.max(...tiles.map(({ row }) => row))),
  };
}

/** Whatever has items and lies nowhere, a made-up State for one, stands in a row below. */
function tilesWithoutPlace(rows: Counts["rows"]): readonly CountryTile[] {
  const known = new Set(countryTiles.map(({ code }) => code));
  const row = 1 + Math.max(...countryTiles.map((tile) => tile.row));
  const codes = rows.map(({ code }) => code).filter((code) => !known.has(code));
  return codes.map((code, column) => ({ code, column, row }));
}

function tileMarkup({ tongue }: Place, path: string, tile: CountedTile): Markup {
  const { code, column, row, count, label, shade } = tile;
  const at = mark`transform="translate(${column * pitch} ${row * pitch})"`;
  const drawn = mark`<use href="#t" class="t${shade}"/><text x="12" y="16"${count === 0 ? mark` class="s"` : null}>${code}</text>`;
  if (count === 0) return mark`<g ${at} aria-hidden="true">${drawn}</g>`;
  const address = addressOf(path, pathIn(tongue, `country/${code}.html`));
  return mark`<a href="${address}" ${at}><title>${code} ${label}: ${tongue.number(count)}</title>${drawn}</a>`;
}

function legend({ tongue }: Place): Markup {
  const boxes = [1, 2, 3, 4].map(
    (shade) => mark`<rect class="t${shade}" x="${(shade - 1) * 26}" y="0" width="24" height="12" rx="3"/>`,
  );
  return mark`<p class="legend soft">${tongue.say("library.map.fewest")} <svg width="104" height="12" aria-hidden="true">${boxes}</svg> ${tongue.say("library.map.most")}</p>`;
}
