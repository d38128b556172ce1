// What the four stories share: a vault of their own, told by the command line alone, and what is read back.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import { createRun, type Ran } from "./run.fake.ts";

let folder = "";
const runWith = createRun(() => ({ vault: join(folder, "vault") }));
export const run = (...args: readonly string[]): Promise<Ran> => runWith(args);

/** A path beside the vault. */
export const pathOf = (name: string): string => join(folder, name);

/** To be called once by a file of stories. */
export function beginEachWithVault(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tocsin-story-"));
    await done("vault", "create", join(folder, "vault"));
  });
  afterEach(() => rm(folder, { recursive: true }));
}

export async function done(...args: readonly string[]): Promise<Ran> {
  const ran = await run(...args, "--text-lang", "en", "--lang", "en");
  expect([args.join(" "), ran.code, ran.code === 0 ? "" : ran.said]).toEqual([args.join(" "), 0, ""]);
  return ran;
}

/** Identifiers of the records that a command wrote. */
export async function wrote(...args: readonly string[]): Promise<readonly string[]> {
  return (JSON.parse((await done(...args, "--json")).out) as { records: string[] }).records;
}

export async function create(kind: string, ...values: readonly string[]): Promise<string> {
  const [id = ""] = await wrote("record", "create", kind, ...values.flatMap((each) => ["--set", each]));
  return id;
}

export async function lacksOf(
  record: string,
): Promise<{ lacks: readonly string[]; problems: readonly unknown[] }> {
  const [one] = JSON.parse((await done("lacks", "--record", record, "--json")).out);
  return one;
}

interface Counted {
  /** People, in every status together. */
  readonly people: number;
  /** Why others are not among them. */
  readonly reasons: readonly string[];
}

export async function counted(scope: "all" | "indicator"): Promise<Counted> {
  const page = JSON.parse((await done("count", "--scope", scope, "--json")).out) as {
    readonly tables: readonly { readonly total: number }[];
    readonly notCounted: readonly { readonly reason: string }[];
  };
  return {
    people: page.tables.reduce((sum, { total }) => sum + total, 0),
    reasons: page.notCounted.map(({ reason }) => reason),
  };
}

interface Reported {
  readonly html: string;
  readonly json: string;
  readonly withheld: readonly { readonly person: string; readonly reason: string }[];
}

/** `more`: what else the order says once a person approved it. */
export async function report(
  caseId: string,
  audience: string,
  ...more: readonly string[]
): Promise<Reported> {
  const out = join(folder, `out-${audience}`);
  const words = ["--audience", audience, "--format", "html,json", "--out", out, "--json"];
  expect((await run("report", caseId, ...words)).code).toBe(77);
  const ran = await done("report", caseId, ...words, "--approved-by", "B. Approver", ...more);
  const { outputs, withheld } = JSON.parse(ran.out) as { outputs: { path: string }[] } & Pick<
    Reported,
    "withheld"
  >;
  const [html = "", json = ""] = await Promise.all(outputs.map(({ path }) => readFile(path, "utf8")));
  return { html, json, withheld };
}

export async function attach(caseId: string, title: string): Promise<string> {
  const path = join(folder, "evidence.txt");
  await writeFile(path, `${title}\n`);
  const added = await done("evidence", "add", path, "--title", title, "--case", caseId);
  const [id = ""] = added.out.trim().split(/\s/);
  return id;
}
