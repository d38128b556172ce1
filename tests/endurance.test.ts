import { describe, expect, it } from "vitest";
import { scenarios, endure } from "./endurance/all.ts";

// Enough to see a fault that every round or every other one has; `npm run endure` goes on for as long as is asked.
const rounds = 10;

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
