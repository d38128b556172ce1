// Released numbers, each in many forms at one address: page with picture and table, SVG, CSV and JSON. A long table goes on
// from page to page; the other forms have it whole.
import { pictureStyle } from "../drawn/picture-style.ts";
import { tablePicture } from "../drawn/table-picture.ts";
import { mark, type Markup } from "../markup.ts";
import { addressOf, pagePath, type PagePlan } from "../page-plan.ts";
import { formLinks, type NamedForm } from "../pages/form-links.ts";
import { framePage, languageOf, pathIn, type Place } from "../pages/frame.ts";
import { bytesOfText, inPages, roomOfPage } from "../pages/in-pages.ts";
import { pager } from "../pages/pager.ts";
import { readTable, type ReadTable } from "./read-table.ts";
import { tableCsv, tableJson } from "./table-files.ts";

/** A larger picture is a link beside the table. */
const mostFieldsOnPage = 80;
const bytesOfCell = 16;
const bytesOfRow = 100;
const tablesOnPage = 40;

export function* tablePages(place: Place): Generator<PagePlan> {
  const { site, tongue } = place;
  if (site.tables.length === 0) return;
  const tables = site.tables.map((table) => readTable(tongue, table));
  yield* indexPages(place, tables);
  for (const table of tables) {
    const base = `numbers/${table.slug}`;
    const file = (ending: string, make: () => string): PagePlan => ({
      path: pathIn(tongue, `${base}.${ending}`),
      from: table,
      make,
    });
    const parts = rowsInPages(table);
    for (const [at, rows] of parts.entries()) {
      const page = { base, rows, number: at + 1, pages: parts.length };
      yield {
        path: pathIn(tongue, pagePath(base, page.number)),
        from: [table, page],
        make: () => tablePage(place, table, page),
      };
    }
    for (const [ending, make] of formsOf(place, table)) yield file(ending, make);
  }
}

function formsOf({ site, tongue }: Place, table: ReadTable): readonly NamedForm[] {
  return [
    ["svg", () => `${tablePicture(tongue, table, pictureStyle).html}\n`],
    ["csv", () => tableCsv(tongue, table)],
    ["json", () => tableJson(table, site.head)],
  ];
}

function* indexPages(place: Place, tables: readonly ReadTable[]): Generator<PagePlan> {
  const { tongue } = place;
  const parts = inPages(tables, ({ title }) => 200 + bytesOfText(title.text), {
    entries: tablesOnPage,
    bytes: roomOfPage,
  });
  for (const [at, shown] of parts.entries()) {
    const page = { base: "numbers", number: at + 1, pages: parts.length };
    const rest = pagePath(page.base, page.number);
    yield {
      path: pathIn(tongue, rest),
      from: [shown.map(({ slug, title }) => [slug, title]), page],
      make: () => indexPage(place, shown, page),
    };
  }
}

interface PageOf {
  readonly base: string;
  readonly number: number;
  readonly pages: number;
}

function indexPage(place: Place, tables: readonly ReadTable[], page: PageOf): string {
  const { tongue } = place;
  const rest = pagePath(page.base, page.number);
  const rows = tables.map(
    ({ slug, title }) =>
      mark`<li><a href="${addressOf(rest, `numbers/${slug}.html`)}"${languageOf(tongue, title)}>${title.text}</a></li>`,
  );
  return framePage(place, {
    rest,
    restElsewhere: "numbers.html",
    title: { text: tongue.text("library.part.numbers"), lang: tongue.locale },
    content: mark`<h1>${tongue.say("library.part.numbers")}</h1><p>${tongue.say("library.numbers.about")}</p><ul class="plain">${rows}</ul>${pager(tongue, page)}`,
    part: "numbers",
  });
}

/** Places of rows, in pages. */
function rowsInPages(table: ReadTable): readonly (readonly number[])[] {
  const columns = bytesOfText(table.columnLabels.join("")) + 40 * table.columnLabels.length;
  const bytesOf = (row: number): number =>
    bytesOfRow + bytesOfText(table.rowLabels[row] ?? "") + bytesOfCell * table.columnLabels.length;
  const hidden = table.cells.some((row) => row.includes(null)) ? 1.5 : 1;
  return inPages([...table.cells.keys()], (row) => hidden * bytesOf(row), {
    entries: 250,
    bytes: roomOfPage - columns,
  });
}

interface TablePage extends PageOf {
  readonly rows: readonly number[];
}

function tablePage(place: Place, table: ReadTable, page: TablePage): string {
  const { tongue } = place;
  const { base, number } = page;
  const rest = pagePath(base, number);
  const forms = formLinks(tongue, { rest, base, forms: formsOf(place, table) });
  const isSmall = table.cells.flat().length <= mostFieldsOnPage;
  const picture = isSmall
    ? mark`<figure><div class="scroll" tabindex="0" role="group" aria-label="${table.title.text}">${tablePicture(tongue, table, null)}</div><figcaption>${tongue.say("library.table.picture")}</figcaption></figure>`
    : null;
  const content = mark`<h1${languageOf(tongue, table.title)}>${table.title.text}</h1>
${forms}${picture}${tableMarkup(place, table, page)}${pager(tongue, page)}
${number === 1 ? notes(place, table) : null}`;
  return framePage(place, {
    rest,
    restElsewhere: `${base}.html`,
    title: table.title,
    content,
    part: "numbers",
  });
}

function notes({ tongue }: Place, table: ReadTable): Markup {
  const hasHidden = table.cells.some((row) => row.includes(null));
  return mark`${hasHidden ? mark`<p class="soft">${tongue.say("library.table.hidden.about")}</p>` : null}
${table.notes.length === 0 ? null : mark`<h2>${tongue.say("library.table.notes")}</h2>${table.notes.map((note) => mark`<p${languageOf(tongue, note)}>${note.text}</p>`)}`}
<p class="soft">${tongue.say("library.table.source")}: <bdi>${table.source}</bdi></p>`;
}

function tableMarkup({ site, tongue }: Place, table: ReadTable, page: TablePage): Markup {
  const path = pathIn(tongue, pagePath(page.base, page.number));
  const rows = page.rows.map((row) => {
    const code = table.rowCodes[row] ?? "";
    const label = mark`<bdi>${table.rowLabels[row] ?? code}</bdi>`;
    const isCountry = site.under.get("country")?.has(code) === true;
    const name = isCountry
      ? mark`<a href="${addressOf(path, pathIn(tongue, `country/${code}.html`))}">${label}</a>`
      : label;
    return mark`<tr><th scope="row">${name}</th>${(table.cells[row] ?? []).map((cell) => mark`<td>${cell === null ? tongue.say("library.table.hidden") : tongue.number(cell)}</td>`)}</tr>
`;
  });
  return mark`<div class="scroll" tabindex="0" role="group" aria-label="${table.title.text}"><table><caption class="hide">${table.title.text}</caption><thead><tr><th scope="col">${table.rowName}</th>${table.columnLabels.map((label) => mark`<th scope="col"><bdi${table.columns === "quarter" ? mark` dir="ltr"` : null}>${label}</bdi></th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
