import { describe, expect, it } from "vitest";
import { scenarios, endure } from "./endurance/all.ts";

const rounds = 20;

describe(`faults, ${rounds} rounds of each`, () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    async (_name, scenario) => {
      const { failures, skipped, rounds: run } = await endure(scenario, rounds);
      expect(failures).toEqual([]);
      // A scenario that cannot run here says why, and counts as nothing shown.
      expect(skipped === null ? run : rounds).toBe(rounds);
    },
    180_000,
  );
});
