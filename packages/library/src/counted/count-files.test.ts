import { describe, expect, it } from "vitest";
import { build, fileOf, itemWith, libraryOf, madeUpLibrary, type BuiltLibrary } from "../library.fake.ts";

const made = build(madeUpLibrary(300));

interface Row {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

function jsonRows(built: BuiltLibrary, path: string): readonly Row[] {
  return (JSON.parse(fileOf(built, path)) as { readonly rows: readonly Row[] }).rows;
}

function csvRows(built: BuiltLibrary, path: string): readonly (readonly string[])[] {
  const lines = fileOf(built, path).trim().split("\r\n").slice(1);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? ""),
  );
}

const byCode = (rows: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] =>
  rows.toSorted(([one], [other]) => (one < other ? -1 : 1));

describe.each(["en", "ar"])("the map and the timeline in %s", (locale) => {
  const numberOf = (text: string): number =>
    Number(text.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit))).replace(/\D/g, ""));

  it("have the same figures as page, table of States, picture, CSV and JSON", async () => {
    const built = await made;
    const rows = jsonRows(built, `${locale}/map.json`);
    const counts = byCode(rows.map(({ code, count }) => [code, count]));
    expect(counts.length).toBeGreaterThan(50);
    expect(
      byCode(csvRows(built, `${locale}/map.csv`).map(([code = "", , count = ""]) => [code, Number(count)])),
    ).toEqual(counts);
    const tiles = fileOf(built, `${locale}/map.svg`).matchAll(
      /<text[^>]*>([A-Z]{2})<\/text><text[^>]*>([^<]+)<\/text>/g,
    );
    expect(byCode([...tiles].map(([, code = "", count = ""]) => [code, numberOf(count)]))).toEqual(counts);
    const linked = fileOf(built, `${locale}/map.html`).matchAll(
      /href="country\/([A-Z]{2})\.html"[^>]*><title>[A-Z]{2} [^<]*: ([^<:]+)<\/title>/g,
    );
    expect(byCode([...linked].map(([, code = "", count = ""]) => [code, numberOf(count)]))).toEqual(counts);
    const pages = [...built.files].filter(([path]) =>
      new RegExp(`^${locale}/country(?:/\\d+)?\\.html$`).test(path),
    );
    const listed = pages.flatMap(([, text]) => [
      ...text.matchAll(/([A-Z]{2})\.html"[^\n]*\n<td>([^<]+)<\/td>/g),
    ]);
    expect(byCode(listed.map(([, code = "", count = ""]) => [code, numberOf(count)]))).toEqual(counts);
  });

  it("have the same years as page, picture, CSV and JSON", async () => {
    const built = await made;
    const counts = byCode(jsonRows(built, `${locale}/timeline.json`).map(({ code, count }) => [code, count]));
    expect(counts.map(([, count]) => count).reduce((sum, each) => sum + each, 0)).toBe(300);
    expect(
      byCode(
        csvRows(built, `${locale}/timeline.csv`).map(([code = "", , count = ""]) => [code, Number(count)]),
      ),
    ).toEqual(counts);
    for (const form of ["svg", "html"]) {
      const bars = fileOf(built, `${locale}/timeline.${form}`).matchAll(
        /class="s">([^<]+)<\/text><text[^>]*>(\d{4})<\/text>/g,
      );
      expect(byCode([...bars].map(([, count = "", code = ""]) => [code, numberOf(count)])), form).toEqual(
        counts,
      );
    }
  });

  it("lead to each form with what it weighs", async () => {
    const built = await made;
    for (const base of ["map", "timeline"])
      for (const ending of ["svg", "csv", "json"]) {
        const size = Buffer.byteLength(fileOf(built, `${locale}/${base}.${ending}`));
        const link = new RegExp(
          `href="${base}\\.${ending}">${ending.toUpperCase()}</a> <small>([^<]+)</small>`,
        );
        const said = link.exec(fileOf(built, `${locale}/${base}.html`))?.[1] ?? "";
        expect(said, ending).toBe(
          new Intl.NumberFormat(locale, {
            style: "unit",
            unit: size < 1000 ? "byte" : "kilobyte",
            maximumFractionDigits: size >= 1000 && size < 10_000 ? 1 : 0,
          }).format(size < 1000 ? size : size / 1000),
        );
      }
  });
});

it("a name that begins like a formula is text in the CSV and escaped in the picture", async () => {
  const built = await build(
    libraryOf([itemWith({ facets: { country: ["UG"] } })], {
      labels: { country: { UG: [{ text: '=1+1<b>"', lang: "en" }] } },
    }),
  );
  expect(fileOf(built, "en/map.csv")).toContain(`UG,"'=1+1<b>""",1`);
  expect(fileOf(built, "en/map.svg")).toContain("=1+1&lt;b&gt;&quot;: 1");
  expect(fileOf(built, "en/map.svg")).not.toMatch(/<(?:script|a|image|foreignObject)\b|href="[^#]/);
});

it("only a change of the counts makes the forms anew", async () => {
  const one = itemWith({ slug: "one", facets: { country: ["UG"] }, dated: "2026" });
  const other = itemWith({ slug: "other", facets: { country: ["UG"] }, dated: "2026" });
  const first = await build(libraryOf([one, other]));
  const retold = await build(libraryOf([one, { ...other, licence: "CC0" }]), { files: first.madeFrom });
  const forms = [...first.files.keys()].filter((path) => /\/(?:map|timeline)\.(?:svg|csv|json)$/.test(path));
  expect(forms.filter((path) => retold.files.has(path))).toEqual([]);
  const moved = await build(libraryOf([one, { ...other, facets: { country: ["FJ"] } }]), {
    files: first.madeFrom,
  });
  expect(moved.files.has("en/map.csv")).toBe(true);
  expect(moved.files.has("en/timeline.csv")).toBe(false);
});
