import { guides } from "@tocsin/desk-screen";
import { describe, expect, it } from "vitest";
import { createRun } from "./run.fake.ts";

const run = createRun(() => ({ vault: "" }));

/** What is printed, and nothing that sounds like a mistake. */
async function printed(...args: readonly string[]): Promise<string> {
  const { code, out } = await run(args);
  expect(code).toBe(0);
  return out;
}

describe("tocsin help desk", () => {
  it("lists every guide with its title, in the language that is asked for", async () => {
    const listed = await printed("help", "desk");
    expect(listed.trim().split("\n")).toHaveLength(guides.length);
    expect(listed).toMatch(/^make-vault +Make a vault and keep its recovery words$/m);
    expect(await printed("help", "desk", "--lang", "fr")).toContain("Créer un coffre");
    expect(await printed("--lang", "ar", "help", "desk")).toContain("إنشاء خزنة");
  });

  it("prints a guide step by step, in the words of the screen", async () => {
    const guide = await printed("help", "desk", "make-vault");
    expect(guide).toMatch(/^Make a vault and keep its recovery words\n\nA vault is/);
    expect(guide).toMatch(/^ 1\. Follow “Create a vault”/m);
    expect(guide).toContain("    Write the words on paper now.");
    expect(guide).not.toMatch(/[⁨⁩]/);
  });

  it("gives the same as JSON", async () => {
    const all: unknown = JSON.parse(await printed("help", "desk", "--json"));
    expect(all).toContainEqual({ name: "make-report", title: "Make a report" });
    const one: unknown = JSON.parse(await printed("help", "desk", "make-report", "--json"));
    expect(one).toMatchObject({ name: "make-report", title: "Make a report" });
    expect((one as { steps: readonly object[] }).steps).toContainEqual({
      say: "Press “Approve and write”.",
      note: "Once it has left, nobody can call it back.",
    });
  });

  it("says where the names of guides stand to whoever asks for one that there is not", async () => {
    const { code, said } = await run(["help", "desk", "make-coffee"]);
    expect([code, said]).toEqual([64, expect.stringContaining("tocsin help desk")]);
  });
});

describe("tocsin help", () => {
  it("is the first page, and of a command what its --help is", async () => {
    expect(await printed("help")).toBe(await printed("--help"));
    expect(await printed("help", "vault", "create")).toBe(await printed("vault", "create", "--help"));
    expect(await printed("--lang", "es", "help", "vault")).toBe(
      await printed("--lang", "es", "vault", "--help"),
    );
  });
});
