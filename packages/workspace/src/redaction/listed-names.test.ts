import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { planBundle } from "../bundle-plan.ts";
import { addEvidence } from "../evidence.ts";
import { createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";

async function takeFolder(
  { workspace }: SmallWorkspace,
  paths: readonly string[],
  lineOf = (path: string): string => JSON.stringify({ path, offset: 512, size: 3, sha256: "ab".repeat(32) }),
): Promise<RecordId> {
  const text = paths.map((path) => `${lineOf(path)}\n`).join("");
  const source = {
    mediaType: "application/x-tar",
    original: null,
    async *stream() {
      yield new Uint8Array(1024);
    },
    listing: () => ({ text, files: paths.length }),
  };
  return (await addEvidence(workspace, source, { about: { title: { text: "A folder", lang: "en" } } }))
    .record;
}

describe("the plan of a bundle", () => {
  it("finds names and numbers in the names of files within a folder", async () => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Wanda Example" });
    const named = await takeFolder(small, ["a/b.txt", "a/wanda_example-2025.jpg"]);
    const numbered = await takeFolder(small, ["calls/+99970123456.m4a"]);
    const plain = await takeFolder(small, ["a/b.txt", "a/c.txt"]);
    const foreign = await takeFolder(small, ["a/b.txt"], (path) => `abc  ${path}`);
    const about = { evidence: [named, numbered, plain, foreign], audience: "court" } as const;
    const { names } = await planBundle(small.workspace, about);
    const reasons = new Map(names.map(({ record, reason }) => [record, reason]));
    expect(reasons.get(person)).toBe("no-consent");
    expect(reasons.get(numbered)).toBe("identifier");
    // A listing that nobody can read may name anybody.
    expect(reasons.get(foreign)).toBe("identifier");
    expect(reasons.has(plain)).toBe(false);
    const inside = await planBundle(small.workspace, { ...about, audience: "internal" });
    expect(inside.names.map(({ reason }) => reason)).not.toContain("identifier");
  });
});
