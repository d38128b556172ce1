// Tries to get out, by every way there is, what the rules hold back; then lets each rule fail by itself and looks whether
// the same search finds it. The open export is the owner's own and holds everything; it says so.
import { readFileSync } from "node:fs";
import { audienceCodes } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { documentTemplates } from "@tocsin/publish";
import { beforeAll, describe, expect, it } from "vitest";
import { planBundle } from "../bundle-plan.ts";
import { makeBundle } from "../make-bundle.ts";
import { codeOf } from "../small-workspace.fake.ts";
import { everythingThatLeaves, remembering, ways, type Leaving, type Piece } from "./everything.fake.ts";
import { rulesOfContents } from "./rules-of-contents.fake.ts";
import { rulesOfNames } from "./rules-of-names.fake.ts";
import { secretsIn } from "./search.fake.ts";
import { tellStory } from "./story.fake.ts";
import { approver, canary, names } from "./story-words.fake.ts";

const rules = [...rulesOfNames, ...rulesOfContents];

let leaving: Leaving;
let pieces: readonly Piece[];
beforeAll(async () => {
  const translator = createTranslator("en", await loadCatalogues("en"));
  const told = await tellStory();
  leaving = { told, workspace: remembering(told.small.workspace), translator };
  pieces = await everythingThatLeaves(leaving);
}, 120_000);

describe("the search", { timeout: 120_000 }, () => {
  it("looks into every way out, for every audience", () => {
    for (const audience of audienceCodes) {
      const found = pieces.filter((piece) => piece.audience === audience);
      expect(new Set(found.map(({ way }) => way.split(" ")[0]))).toEqual(new Set(Object.keys(ways)));
      for (const kind of leaving.workspace.registry.kinds.keys())
        for (const form of ["csv", "json", "whole.json", "xlsx xl/worksheets/sheet1.xml"])
          expect(found.map(({ way }) => way)).toContain(`table ${kind}.${form}`);
    }
  });

  it("can read what it looks into", () => {
    const readable = [
      "report json",
      "report html",
      "report pdf",
      "custody json",
      "custody html",
      "custody pdf",
      ...documentTemplates.flatMap(({ name }) =>
        ["json", "html", "pdf", "docx"].map((form) => `document ${name} ${form}`),
      ),
    ];
    const tables = ["csv", "json", "whole.json", "xlsx xl/worksheets/sheet1.xml"].map(
      (form) => `table incident.${form}`,
    );
    for (const audience of audienceCodes)
      for (const way of [...readable, ...tables, "bundle cover.html"])
        expect(
          pieces.some(
            (piece) => piece.audience === audience && piece.way === way && piece.text.includes(canary),
          ),
          `${way} for ${audience}`,
        ).toBe(true);
    const bundled = pieces.filter(({ way, text }) => way.startsWith("bundle data") && text.includes(canary));
    expect(new Set(bundled.map(({ audience }) => audience))).toEqual(new Set(audienceCodes));
    expect(pieces.filter(({ way, text }) => way === "checkpoint note" && text.length > 100)).toHaveLength(6);
  });

  it("looks into a report on a consultation that quotes, counts and leaves out", () => {
    for (const audience of audienceCodes) {
      const [report] = pieces.filter(
        (piece) => piece.audience === audience && piece.way === "document consultation-report json",
      );
      // Six may be quoted in what is let out here, six may not; all twelve are counted.
      expect(report?.text.split("Beekeeper").length, audience).toBeGreaterThan(6);
      expect(report?.text, audience).toContain("may not be quoted");
      expect(report?.text, audience).toContain("coded-matrix");
    }
  });

  it("finds who answers for a high office, on a ground: they are named", () => {
    const found = secretsIn([names.senior], { audiences: ["public"] })(pieces);
    for (const way of ["report html", "report json", "table person.csv", "table person.xlsx"])
      expect(found.join("\n")).toContain(`: ${way}`);
  });
});

describe("what must not leave", { timeout: 120_000 }, () => {
  it.each(rules)("by any way out, for whomever: $name", ({ find }) => {
    expect(find(pieces)).toEqual([]);
  });

  it.each(rules)("is found where one rule alone fails: $name", async ({ find, plant, planted = [] }) => {
    const found = find(await plant(leaving));
    expect(found).not.toEqual([]);
    for (const secret of planted)
      expect(
        found.some((leak) => leak.startsWith(`${secret}:`)),
        secret,
      ).toBe(true);
  });

  it.each(rules.flatMap(({ plantInBundle, ...rule }) => (plantInBundle ? [{ ...rule, plantInBundle }] : [])))(
    "is found in a bundle too where one rule alone fails: $name",
    async ({ find, plantInBundle }) => {
      const found = find(await plantInBundle(leaving));
      expect(found.filter((leak) => leak.includes(": bundle "))).not.toEqual([]);
    },
  );

  it("has a row for each rule on the page of protection, and no other rows", () => {
    const page = readFileSync(new URL("../../../../docs/protection.md", import.meta.url), "utf8");
    const rows = page
      .split("\n")
      .filter((line) => /^\| (?!rule |-)/.test(line))
      .map((line) => line.split("|")[1]?.trim().replaceAll("’", "'"));
    expect(new Set(rows)).toEqual(new Set(rules.map(({ name }) => name)));
    expect(rows).toHaveLength(rules.length);
  });

  it("goes out in no bundle where it is the name of a child or of who is never named, acknowledged or not", async () => {
    const { told, workspace, translator } = leaving;
    for (const audience of ["internal", "court", "public"] as const) {
      const plan = await planBundle(workspace, { case: told.case, audience });
      const risk = (id: RecordId) => plan.names.find(({ record }) => record === id);
      expect(risk(told.people.child)).toMatchObject({ reason: "child", canAcknowledge: false });
      expect(risk(told.people.never)).toMatchObject({ reason: "protected", canAcknowledge: false });
      expect(risk(told.people.private)).toMatchObject({ reason: "accused", canAcknowledge: true });
      const made = makeBundle(workspace, {
        case: told.case,
        audience,
        approvedBy: approver,
        lang: "en",
        acknowledged: plan.names.map(({ record }) => record),
        translator,
        tool: { name: "tocsin", version: "test" },
        primitives: createFakePrimitives("bundle"),
        sink: { create: () => Promise.reject(new Error("nothing may be written")) },
        page: null,
      });
      expect(await codeOf(() => made)).toBe("workspace.names-not-covered");
    }
  });
});
