import { describe, expect, it } from "vitest";
import { scenarios, endure } from "./endurance/all.ts";

const rounds = 20;

describe(`faults, ${rounds} rounds of each`, () => {
  it.for(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    { timeout: 180_000 },
    async ([, scenario], { skip }) => {
      const { failures, skipped, rounds: run } = await endure(scenario, rounds);
      // What cannot run here shows nothing, and is counted so.
      skip(skipped !== null, skipped ?? "");
      expect(failures).toEqual([]);
      expect(run).toBe(rounds);
    },
  );
});
