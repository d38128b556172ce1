import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { exportRecords, type ExportedRecords, type ExportRecordsOptions } from "./export-records.ts";
import type { RecordPage } from "./queries/record-show.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "./small-workspace.fake.ts";

interface Told {
  readonly small: SmallWorkspace;
  readonly editor: RecordId;
  readonly relative: RecordId;
}

/** The editor may be named to partners; nobody asked the relative. */
async function tell(): Promise<Told> {
  const small = await createSmallWorkspace();
  const editor = await small.create("person", { name: "Alex Example", notes: "hush of the notes" });
  const relative = await small.create("person", {
    name: "Zora Hushmore",
    names: [{ text: "زورا هشمور", lang: "ar" }],
  });
  await small.create("consent", {
    scope: "Naming to partners",
    person: editor,
    uses: ["documentation", "sharing"],
    given: "2026-01-01",
  });
  await small.create("incident", {
    title: "Zora Hushmore was followed; Alex Example saw it",
    when: "2026-05-03",
    where: { country: "XX", region: "North", locality: "Example Town" },
    narrative: "They waited for Hushmore, وزورا هشمور.",
  });
  await small.create("evidence", {
    title: "Backup",
    obtainedBy: "Quinn Hushhelper",
    obtainedHow: "Copied by Quinn Hushhelper",
    sha256: sha256Of("phone"),
    sealed: { name: "0".repeat(32), passphrase: "hush of a sealed file" },
  });
  return { small, editor, relative };
}

async function leave(
  { small }: Told,
  more: Partial<ExportRecordsOptions> = {},
): Promise<ExportedRecords & { readonly text: string }> {
  const exported = await exportRecords(small.workspace, {
    kind: "incident",
    audience: "partner",
    format: "csv",
    approvedBy: { text: "B. Name", lang: "en" },
    sha256: sha256Of,
    ...more,
  });
  return { ...exported, text: new TextDecoder().decode(exported.bytes) };
}

describe("a table that leaves", () => {
  it("shows characters that are not seen to others, and leaves them as they are inside", async () => {
    const told = await tell();
    await told.small.create("incident", { title: "Ro\u202ebin\u200b was seen" });
    for (const format of ["csv", "json"] as const) {
      expect((await leave(told, { format })).text).toContain("Ro‹U+202E›bin‹U+200B› was seen");
      expect((await leave(told, { format, audience: "internal" })).text).toContain("Ro\u202ebin\u200b was");
    }
  });

  it("strikes names that may not leave out of every text, in every script", async () => {
    const { text, struck } = await leave(await tell());
    expect(text).toContain("Alex Example saw it");
    expect(text).not.toMatch(/hush|zora|زورا|هشمور/i);
    expect(text).toContain("[[name withheld]]");
    expect(struck).toBeGreaterThanOrEqual(3);
  });

  it("names persons under a consent for the audience alone", async () => {
    const told = await tell();
    const partner = await leave(told, { kind: "person" });
    expect(partner.text).toContain("Alex Example");
    expect(partner.text).toContain(told.relative);
    expect(partner.text).not.toMatch(/hush|zora|زورا/i);
    expect(partner).toMatchObject({ rows: 2, withheldNames: 1, withheld: { name: 1, names: 1, notes: 1 } });
    expect((await leave(told, { kind: "person", audience: "government" })).text).not.toContain("Alex");
  });

  it("shows who obtained evidence inside the organisation only, and never a passphrase", async () => {
    const told = await tell();
    const inside = await leave(told, { kind: "evidence", audience: "internal" });
    expect(inside.text).toContain("Quinn Hushhelper");
    const outside = await leave(told, { kind: "evidence" });
    expect(outside.text).not.toContain("Quinn");
    expect(outside.text).toContain(sha256Of("phone"));
    for (const { text } of [inside, outside]) expect(text).not.toContain("hush of a sealed file");
  });

  it("is as coarse as the audience has it", async () => {
    const { text } = await leave(await tell(), { audience: "public" });
    expect(text).toContain('"2026-05"');
    expect(text).toContain("North, XX");
    expect(text).not.toMatch(/2026-05-03|Example Town|They waited/);
  });

  it("is the same in JSON, with every column in each row", async () => {
    const rows: readonly Record<string, unknown>[] = JSON.parse(
      (await leave(await tell(), { format: "json" })).text,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ when: "2026-05-03", "title.lang": "en", online: null });
  });

  it("leaves a release that says what left, for whom, who approved it, and its hash", async () => {
    const told = await tell();
    const { release, sha256, bytes } = await leave(told);
    expect(sha256).toBe(sha256Of(bytes));
    const { values } = (await told.small.workspace.ask("record.show", { record: release })) as RecordPage;
    expect(values).toMatchObject({
      audience: "partner",
      format: "csv",
      sha256,
      approvedBy: { text: "B. Name", lang: "en" },
      withheld: [{ person: told.relative, reason: "no-consent" }],
      fields: { incident: { when: "full" } },
    });
  });

  it("keeps its list of records within the size of an operation", async () => {
    const told = await tell();
    const { workspace } = told.small;
    const tasks = Array.from({ length: 700 }, (_, at) => ({
      kind: "task",
      version: 1,
      record: workspace.context.newId(),
      act: "test",
      patch: { title: { set: { text: `task ${at}`, lang: "en" } } },
    }));
    await workspace.write(tasks);
    const { release, rows } = await leave(told, { kind: "task", audience: "internal" });
    expect(rows).toBe(700);
    const { values } = (await workspace.ask("record.show", { record: release })) as RecordPage;
    expect(values["records"]).toHaveLength(700);
  });

  it("does not leave when nobody approved it, and then nothing is written", async () => {
    const told = await tell();
    const refused = (): Promise<unknown> => leave(told, { approvedBy: { text: " ", lang: "en" } });
    expect(await codeOf(refused)).toBe("workspace.not-approved");
    expect(await codeOf(() => leave(told, { kind: "nothing" }))).toBe("records.unknown-kind");
    expect(await codeOf(() => leave(told, { signal: AbortSignal.abort() }))).not.toBe("nothing thrown");
    expect(await told.small.workspace.view.count("release")).toBe(0);
  });
});
