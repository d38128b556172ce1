// Counts that are made at the end of a filling are told step by step, and can be broken off and begun again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { caseCounter } from "@tocsin/cases";
import type { Json } from "@tocsin/core";
import { createKey } from "@tocsin/crypto";
import { createView, openProjection, type Projection } from "@tocsin/index";
import type { StampedOperation } from "@tocsin/records";
import { plainAnalyse } from "@tocsin/records/acceptance";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { afterAll, describe, expect, it } from "vitest";
import { openProjectionDatabase } from "./projection-database.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-projection-filling-counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const events = 600;
const heads = new Map([["a" as never, { sequence: 1, hash: "f".repeat(64) as never }]]);

async function writtenTo(name: string): Promise<Projection> {
  const key = createKey("projection", new Uint8Array(32).fill(7));
  const database = await openProjectionDatabase({ path: join(folder, `${name}.db`), key });
  const registry = createBuiltInRegistry();
  const projection = await openProjection(database, {
    registry,
    analyse: plainAnalyse,
    counter: caseCounter,
  });
  await projection.apply([...operations()], heads);
  return projection;
}

/** Incidents on many days, each with one person who was struck. */
function* operations(): Generator<StampedOperation> {
  const idOf = (first: number, n: number): string => `${first}${String(n).padStart(25, "0")}`;
  for (let n = 0; n < events; n += 1) {
    const [incident, person] = [idOf(1, n), idOf(2, n)];
    const day = String(1 + (n % 28)).padStart(2, "0");
    const values: Readonly<Record<string, Json>> = {
      when: `2025-0${1 + (n % 9)}-${day}`,
      status: "reported",
      defence: "because-of-work",
    };
    yield stamped(n * 3 + 1, "incident", incident, values);
    yield stamped(n * 3 + 2, "person", person, { gender: n % 3 === 0 ? "man" : "woman" });
    yield stamped(n * 3 + 3, "involvement", idOf(3, n), { role: "victim", person, incident });
  }
}

function stamped(
  sequence: number,
  kind: string,
  ...[record, values]: readonly [string, Readonly<Record<string, Json>>]
): StampedOperation {
  const place = { chain: "a", sequence, index: 0, depth: sequence, commit: `a${sequence}`, device: "d" };
  const patch = Object.fromEntries(Object.entries(values).map(([name, set]) => [name, { set }]));
  return {
    stamp: { ...place, at: sequence, seen: new Map([["a", sequence]]) },
    operation: { kind, version: 1, record: record as never, act: "try", patch },
  };
}

const countsOf = async (projection: Projection): Promise<unknown> =>
  [...(await createView(projection, async () => []).counts(""))].toSorted(([a], [b]) => (a < b ? -1 : 1));

describe("counts made at the end of a filling", () => {
  it("tell how far they are, from the first events to the last cell", async () => {
    const projection = await writtenTo("told");
    const told: number[] = [];
    await projection.endFilling({
      onProgress: ({ step, done, total }) => {
        if (step !== "counts") return;
        expect(total).toBe(events * 2);
        told.push(done);
      },
    });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.slice(0, 3)).toEqual([250, 500, 600]);
    expect(told.some((done) => done > events && done < events * 2)).toBe(true);
    expect(told.at(-1)).toBe(events * 2);
    await projection.database.close();
  });

  it("are whole when they are asked for again, wherever they were stopped", async () => {
    const whole = await writtenTo("whole");
    await whole.endFilling();
    const expected = await countsOf(whole);
    expect(expected).not.toEqual([]);
    const projection = await writtenTo("stopped");
    for (const at of [250, events, events + 1, events * 2]) {
      const stopping = new AbortController();
      const stopped = projection.endFilling({
        signal: stopping.signal,
        onProgress: ({ step, done }) =>
          void (step === "counts" && done >= at && stopping.abort(new Error(`stopped at ${at}`))),
      });
      await expect(stopped).rejects.toThrow(`stopped at ${at}`);
      // The last stop comes when they are all there, and the filling is not over.
      expect([await projection.isFilling(), await countsOf(projection)]).toEqual([
        true,
        at === events * 2 ? expected : [],
      ]);
    }
    await projection.endFilling();
    expect(await countsOf(projection)).toEqual(expected);
    expect(await projection.check()).toBe(true);
    await whole.database.close();
    await projection.database.close();
  });
});
