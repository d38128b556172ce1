// The map: a tile for each State and territory, darker for more. A link where something is there. The table beside it has
// the same numbers.
import { mark, type Markup } from "../markup.ts";
import { addressOf } from "../page-plan.ts";
import { pathIn, type Place } from "../pages/frame.ts";
import { placesUnder } from "../site.ts";
import { countryTiles, type CountryTile } from "./country-tiles.ts";
import { shadeOf } from "./shades.ts";

const pitch = 26;
const side = 24;

export function tileMap(place: Place, path: string): Markup {
  const { site, tongue } = place;
  const shown = [...countryTiles, ...tilesWithoutPlace(place)];
  const counts = shown.map(({ code }) => placesUnder(site, "country", code).length);
  const most = Math.max(1, ...counts);
  const width = pitch * (1 + Math.max(...shown.map(({ column }) => column)));
  const height = pitch * (1 + Math.max(...shown.map(({ row }) => row)));
  const tiles = shown.map((tile, at) => tileMarkup(place, path, { tile, count: counts[at] ?? 0, most }));
  return mark`<figure><figcaption>${tongue.say("library.map.about")}</figcaption>
<div class="scroll" dir="ltr"><svg class="map" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${tongue.text("library.map")}" font-size="11" text-anchor="middle">${tiles}</svg></div>${legend(place)}</figure>`;
}

/** Whatever has items and lies nowhere, a made-up State for one, stands in a row below. */
function tilesWithoutPlace({ site }: Place): readonly CountryTile[] {
  const known = new Set(countryTiles.map(({ code }) => code));
  const codes = [...(site.under.get("country")?.keys() ?? [])].filter((code) => !known.has(code)).sort();
  const row = 1 + Math.max(...countryTiles.map((tile) => tile.row));
  return codes.map((code, column) => ({ code, column, row }));
}

interface Tile {
  readonly tile: CountryTile;
  readonly count: number;
  readonly most: number;
}

function tileMarkup({ tongue }: Place, path: string, { tile, count, most }: Tile): Markup {
  const { code, column, row } = tile;
  const drawn = mark`<rect class="t${shadeOf(count, most)}" x="${column * pitch}" y="${row * pitch}" width="${side}" height="${side}" rx="4"/><text x="${column * pitch + side / 2}" y="${row * pitch + 16}"${count === 0 ? mark` class="s"` : null}>${code}</text>`;
  if (count === 0) return mark`<g aria-hidden="true">${drawn}</g>`;
  const address = addressOf(path, pathIn(tongue, `country/${code}.html`));
  const name = `${tongue.label("country", code).text}: ${tongue.text("library.count", { count })}`;
  return mark`<a href="${address}" aria-label="${code} ${name}"><title>${name}</title>${drawn}</a>
`;
}

function legend({ tongue }: Place): Markup {
  const boxes = [1, 2, 3, 4].map(
    (shade) => mark`<rect class="t${shade}" x="${(shade - 1) * 26}" y="0" width="24" height="12" rx="3"/>`,
  );
  return mark`<p class="legend soft">${tongue.say("library.map.fewest")} <svg width="104" height="12" aria-hidden="true">${boxes}</svg> ${tongue.say("library.map.most")}</p>`;
}
