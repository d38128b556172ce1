// What the example shows of a negotiated text: four drafts, asks that are won and lost in them, votes, and positions that stay.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RecordId } from "@tocsin/core";
import type { ComparedTexts, DraftAlignment, DraftPage, Ledger, Motions, Positions } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeExample } from "./make-example.ts";
import type { OpenProgram } from "./open-program.ts";

const worker = pathToFileURL("dist/cli/examine-worker.mjs");

describe.skipIf(!existsSync(worker))("the example's negotiated text", () => {
  let program: OpenProgram;
  let negotiation: RecordId;
  let ledger: Ledger;

  beforeAll(async () => {
    const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
    ({ program } = await makeExample({ inputs: "examples", worker, cost }));
    const { rows } = await program.workspace.view.list({ kind: "negotiation", limit: 2 });
    const [first] = rows;
    if (rows.length !== 1 || first === undefined) throw new Error("one negotiation");
    negotiation = first.id;
    ledger = (await program.workspace.ask("negotiation.ledger", { negotiation })) as Ledger;
  });

  afterAll(async () => {
    await program.close();
    rmSync(join(program.folder, ".."), { recursive: true });
  });

  it("says of every draft that it is invented, and lets the informal one leave for nobody", async () => {
    expect(ledger.drafts.map(({ stage }) => stage)).toEqual(["zero", "informal", "tabled", "adopted"]);
    expect(ledger.drafts.map(({ sharing }) => sharing)).toEqual(["coalition", "us", "open", "open"]);
    for (const { record, title } of ledger.drafts) {
      expect(title).toContain("(invented)");
      const page = (await program.workspace.ask("draft.page", { draft: record })) as DraftPage;
      expect(page.paragraphs[0]?.text).toContain("Invented example");
    }
  });

  it("shows asks won and lost, each read in every draft, with what came and went", () => {
    const standings = ledger.asks.map(({ cells }) => cells.map(({ entry }) => entry?.standing));
    expect(standings.flat()).not.toContain(undefined);
    expect(new Set(standings.flat())).toEqual(new Set(["absent", "in", "stronger", "weaker", "lost"]));
    const last = standings.map((each) => each.at(-1));
    for (const [standing, count] of [
      ["stronger", 1],
      ["weaker", 2],
      ["lost", 1],
      ["absent", 1],
    ] as const)
      expect(last.filter((each) => each === standing)).toHaveLength(count);
  });

  it("splits, merges, moves and brackets paragraphs, and gives a hint where a verb became weaker", async () => {
    const rows: ComparedTexts["rows"][number][] = [];
    const links: DraftAlignment["links"][number][] = [];
    for (const [at, { record: newer }] of ledger.drafts.entries()) {
      const older = ledger.drafts[at - 1]?.record;
      if (older === undefined) continue;
      const pair = { older, newer };
      rows.push(...((await program.workspace.ask("draft.compare", pair)) as ComparedTexts).rows);
      links.push(...((await program.workspace.ask("draft.alignment", pair)) as DraftAlignment).links);
    }
    expect(links.every(({ byPerson }) => byPerson)).toBe(true);
    expect(links.some(({ before, after }) => before.length === 1 && after.length === 2)).toBe(true);
    expect(links.some(({ before, after }) => before.length === 2 && after.length === 1)).toBe(true);
    expect(rows.some(({ moved }) => moved)).toBe(true);
    const labels = rows.flatMap(({ after }) => after.map(({ label }) => label));
    for (const label of ["PP3 bis", "OP2 bis", "OP5 alt"]) expect(labels).toContain(label);
    const hints = rows.flatMap((row) => row.hints.map(({ kind }) => kind));
    expect(hints).toContain("weaker-verb");
    expect(hints).toContain("qualifier-added");
    expect(ledger.drafts.map(({ bracketed }) => bracketed > 0)).toEqual([false, true, false, false]);
  });

  it("has votes that add up, sponsors that came, and paragraphs that were handed over", async () => {
    const { amendments, sponsors } = (await program.workspace.ask("negotiation.motions", {
      negotiation,
    })) as Motions;
    expect(amendments.flatMap(({ vote }) => (vote === null ? [] : [[vote.voted, vote.problem]]))).toEqual([
      [47, null],
      [46, null],
    ]);
    expect(sponsors.at(-1)?.change?.joined).toHaveLength(2);
    const { rows } = await program.workspace.view.list({ kind: "handOver", limit: 10 });
    expect(rows).toHaveLength(3);
  });

  it("keeps every position of a delegation inside", async () => {
    const { delegations, rows } = (await program.workspace.ask("negotiation.positions", {
      negotiation,
    })) as Positions;
    expect(delegations).toHaveLength(5);
    const lines = rows.flatMap(({ cells }) => cells.flat());
    expect(lines).toHaveLength(13);
    expect(lines.filter(({ mayLeave }) => mayLeave)).toEqual([]);
    expect(delegations.every((name) => name.startsWith("Delegation of Example State"))).toBe(true);
  });
});
