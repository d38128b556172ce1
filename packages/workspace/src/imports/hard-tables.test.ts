// Tables that would lose something, or fill the memory, if they were read carelessly.
import { encodeUtf8 } from "@tocsin/core";
import { encodeWorkbook } from "@tocsin/formats";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import { createSmallWorkspace, sha256Of } from "../small-workspace.fake.ts";
import type { Workspace } from "../workspace.ts";
import { importTable, type ImportedTable } from "./import-table.ts";
import type { TableMapping } from "./mapping.ts";

const mapping: TableMapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "hard",
  language: "en",
  sheets: [
    {
      headings: 1,
      records: [
        {
          kind: "source",
          needs: ["link"],
          fields: {
            title: { columns: ["kind of source", "title"], join: " · " },
            notes: { columns: ["link"] },
          },
        },
        {
          kind: "incident",
          fields: {
            title: { columns: ["title"] },
            when: { columns: ["from"], until: "to", values: { unknown: null } },
            effects: { columns: ["effects", "more effects"], join: ": " },
          },
        },
      ],
    },
  ],
};

async function run(workspace: Workspace, bytes: Uint8Array | string, dryRun = false): Promise<ImportedTable> {
  const file = typeof bytes === "string" ? encodeUtf8(bytes) : bytes;
  return importTable(workspace, {
    files: [{ name: "hard", bytes: file }],
    mapping,
    dryRun,
    sha256: sha256Of,
  });
}

const keptIn = async ({ view }: Workspace): Promise<readonly unknown[]> =>
  (await allOf(view, "tableRow")).map((row) => valuesOf(row)["kept"]);

const headings = "title,kind of source,link,from,to,effects,more effects";

describe("a table with something in it that fits nowhere", () => {
  it("keeps with the row what only a record that is not made would have held", async () => {
    const { workspace } = await createSmallWorkspace();
    await run(
      workspace,
      `${headings}\nFirst,Confidential,,2026-05-03,,,\nSecond,Paper,https://news.example,,,,\n`,
    );
    expect(await keptIn(workspace)).toEqual([
      { "kind of source": "Confidential", from: "2026-05-03" },
      undefined,
    ]);
  });

  it("does not say that something happened on the day on which it is known to have ended", async () => {
    const { workspace } = await createSmallWorkspace();
    await run(workspace, `${headings}\nFirst,,,unknown,2026-05-03,,\nSecond,,,,2026-05-03,,\n`);
    const when = (await allOf(workspace.view, "incident")).map((state) => valuesOf(state)["when"]);
    expect(when).toEqual(["/2026-05-03", "/2026-05-03"]);
  });

  it("keeps all columns of a text that is too long for its field", async () => {
    const { workspace } = await createSmallWorkspace();
    const [long, more] = ["a".repeat(30_000), "b".repeat(30_000)];
    const { counts } = await run(workspace, `${headings}\nFirst,,,,,${long},${more}\n`);
    expect(counts).toEqual({ "bad-value": 1 });
    const kept = Object.assign({}, ...(await keptIn(workspace))) as Record<string, string>;
    const joined = (name: string): string =>
      Object.entries(kept)
        .filter(([heading]) => heading === name || heading.startsWith(`${name} (part `))
        .map(([, text]) => text)
        .join("");
    expect([joined("effects"), joined("more effects")]).toEqual([long, more]);
  });

  it("takes in a cell of nothing but quotes, which double in what is written", async () => {
    const { workspace } = await createSmallWorkspace();
    await run(workspace, `${headings},rest\nFirst,,,,,,,"${'""'.repeat(60_000)}"\n`);
    const kept = (await keptIn(workspace)) as readonly Record<string, string>[];
    expect(kept.flatMap(Object.values).join("")).toBe('"'.repeat(60_000));
  });
});

describe("a cell of 50 MB", () => {
  const huge = "x".repeat(50_000_000);
  const row = ["Second", "", "", "", "", huge, ""];
  const files: readonly (readonly [string, () => Uint8Array, string])[] = [
    ["CSV", () => encodeUtf8(`${headings}\nFirst,,,,,,\n${row.join(",")}\nThird,,,,,,\n`), ""],
    [
      "XLSX",
      () => encodeWorkbook([{ name: "Sheet", rows: [headings.split(","), ["First"], row, ["Third"]] }]),
      "Sheet",
    ],
  ];

  it.each(files)(
    "is named by a dry run with its place, and stops an import, in %s",
    async (_, bytesOf, sheet) => {
      const { workspace, vault } = await createSmallWorkspace();
      const bytes = bytesOf();
      const dry = await run(workspace, bytes, true);
      expect(dry.rows).toBe(3);
      const found = dry.problems.find(({ reason }) => reason === "cut");
      expect(found).toMatchObject({ sheet, row: 3, column: "F", heading: "effects", effect: "left-out" });
      expect(found?.value.length).toBeLessThanOrEqual(200);
      const before = vault.counts().operations;
      await expect(run(workspace, bytes)).rejects.toMatchObject({
        code: "workspace.cell-too-long",
        message: expect.stringMatching(/row 3, column F\)$/) as unknown,
        details: { sheet, row: 3, column: "F", heading: "effects", limit: 1_048_576 },
      });
      expect(vault.counts().operations).toBe(before);
      expect(await workspace.view.count("incident")).toBe(0);
    },
    120_000,
  );

  it("leaves nothing in the log however deep it stands, in CSV and XLSX", async () => {
    const before = Array.from({ length: 400 }, (_, at) => [`Row ${at}`, "", "", "", "", "", ""]);
    const rows = [headings.split(","), ...before, ["Last", "", "", "", "", "x".repeat(1_100_000), ""]];
    for (const bytes of [
      encodeUtf8(rows.map((cells) => `${cells.join(",")}\n`).join("")),
      encodeWorkbook([{ name: "Sheet", rows }]),
    ]) {
      const { workspace, vault } = await createSmallWorkspace();
      const { operations } = vault.counts();
      await expect(run(workspace, bytes)).rejects.toMatchObject({ code: "workspace.cell-too-long" });
      expect(vault.counts().operations).toBe(operations);
      expect(vault.problems()).toEqual([]);
    }
  }, 120_000);

  it("leaves nothing in the log either where a row is wider than a table may be", async () => {
    const { workspace, vault } = await createSmallWorkspace();
    const rows = Array.from({ length: 400 }, (_, at) => `Row ${at},,,,,,\n`).join("");
    await expect(run(workspace, `${headings}\n${rows}${",".repeat(1_100)}\n`)).rejects.toMatchObject({
      code: "formats.limit",
    });
    expect(vault.problems()).toEqual([]);
  });

  it("may stand in a column that is left out knowingly", async () => {
    const { workspace } = await createSmallWorkspace();
    const [sheet] = mapping.sheets;
    const imported = await importTable(workspace, {
      files: [{ name: "hard", bytes: encodeUtf8(`title,rest\nFirst,${huge}\n`) }],
      mapping: { ...mapping, sheets: [{ headings: 1, records: sheet?.records ?? [], ignore: ["rest"] }] },
      dryRun: false,
      sha256: sha256Of,
    });
    expect(imported.records).toEqual({ incident: 1 });
  }, 120_000);

  it("is refused in a field, by the field's name", async () => {
    const { workspace, vault } = await createSmallWorkspace();
    const before = vault.counts().operations;
    const values = { title: { text: huge, lang: "en" } };
    await expect(workspace.run("record.create", { kind: "incident", values })).rejects.toMatchObject({
      code: "records.bad-value",
      details: { field: "title" },
    });
    expect(vault.counts().operations).toBe(before);
  }, 120_000);
});
