// Released numbers, each in many forms at one address: page with picture and table, SVG, CSV and JSON.
import { tablePicture } from "../drawn/table-picture.ts";
import { mark, type Markup } from "../markup.ts";
import { addressOf, type PagePlan } from "../page-plan.ts";
import { framePage, languageOf, pathIn, type Place } from "../pages/frame.ts";
import { readTable, type ReadTable } from "./read-table.ts";
import { tableCsv, tableJson } from "./table-files.ts";

/** A larger picture is a link beside the table. */
const mostFieldsOnPage = 400;

const pictureStyle: Markup = {
  html: "<style>svg{background:#fff}text{fill:#1c2430}.s{fill:#565f6d}.t0{fill:#efebe2}.t1{fill:#bfe0dc}.t2{fill:#7dbab5}.t3{fill:#2f8582}.t4{fill:#0b5d60}.t3+text,.t4+text{fill:#fff}</style>",
};

export function* tablePages(place: Place): Generator<PagePlan> {
  const { site, tongue } = place;
  if (site.tables.length === 0) return;
  const tables = site.tables.map((table) => readTable(tongue, table));
  const titles = tables.map(({ slug, title }) => [slug, title]);
  yield { path: pathIn(tongue, "numbers.html"), from: titles, make: () => indexPage(place, tables) };
  for (const table of tables) {
    const base = `numbers/${table.slug}`;
    const file = (ending: string, make: () => string): PagePlan => ({
      path: pathIn(tongue, `${base}.${ending}`),
      from: table,
      make,
    });
    yield file("html", () => tablePage(place, base, table));
    yield file("svg", () => `${tablePicture(tongue, table, pictureStyle).html}\n`);
    yield file("csv", () => tableCsv(tongue, table));
    yield file("json", () => tableJson(table, site.head));
  }
}

function indexPage(place: Place, tables: readonly ReadTable[]): string {
  const { tongue } = place;
  const rows = tables.map(
    ({ slug, title }) =>
      mark`<li><a href="numbers/${slug}.html"${languageOf(tongue, title)}>${title.text}</a></li>`,
  );
  return framePage(place, {
    rest: "numbers.html",
    title: { text: tongue.text("library.part.numbers"), lang: tongue.locale },
    content: mark`<h1>${tongue.say("library.part.numbers")}</h1><p>${tongue.say("library.numbers.about")}</p><ul class="plain">${rows}</ul>`,
    part: "numbers",
  });
}

function tablePage(place: Place, base: string, table: ReadTable): string {
  const { tongue } = place;
  const forms = ["svg", "csv", "json"].map(
    (ending) => mark`<li><a href="${table.slug}.${ending}">${ending.toUpperCase()}</a></li>`,
  );
  const isSmall = table.cells.flat().length <= mostFieldsOnPage;
  const picture = isSmall
    ? mark`<figure><div class="scroll" tabindex="0" role="group" aria-label="${table.title.text}">${tablePicture(tongue, table, null)}</div><figcaption>${tongue.say("library.table.picture")}</figcaption></figure>`
    : null;
  const hasHidden = table.cells.some((row) => row.includes(null));
  const content = mark`<h1${languageOf(tongue, table.title)}>${table.title.text}</h1>
<nav aria-label="${tongue.text("library.table.forms")}"><p>${tongue.say("library.table.forms")}</p><ul class="inline">${forms}</ul></nav>${picture}${tableMarkup(place, base, table)}
${hasHidden ? mark`<p class="soft">${tongue.say("library.table.hidden.about")}</p>` : null}
${table.notes.length === 0 ? null : mark`<h2>${tongue.say("library.table.notes")}</h2>${table.notes.map((note) => mark`<p${languageOf(tongue, note)}>${note.text}</p>`)}`}
<p class="soft">${tongue.say("library.table.source")}: <bdi>${table.source}</bdi></p>`;
  return framePage(place, { rest: `${base}.html`, title: table.title, content, part: "numbers" });
}

function tableMarkup({ site, tongue }: Place, base: string, table: ReadTable): Markup {
  const path = pathIn(tongue, base);
  const rows = table.cells.map((cells, row) => {
    const code = table.rowCodes[row] ?? "";
    const label = mark`<bdi>${table.rowLabels[row] ?? code}</bdi>`;
    const isCountry = site.under.get("country")?.has(code) === true;
    const name = isCountry
      ? mark`<a href="${addressOf(path, pathIn(tongue, `country/${code}.html`))}">${label}</a>`
      : label;
    return mark`<tr><th scope="row">${name}</th>${cells.map((cell) => mark`<td>${cell === null ? tongue.say("library.table.hidden") : tongue.number(cell)}</td>`)}</tr>
`;
  });
  return mark`<div class="scroll" tabindex="0" role="group" aria-label="${table.title.text}"><table><caption class="hide">${table.title.text}</caption><thead><tr><th scope="col">${table.rowName}</th>${table.columnLabels.map((label) => mark`<th scope="col"><bdi${table.columns === "quarter" ? mark` dir="ltr"` : null}>${label}</bdi></th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
