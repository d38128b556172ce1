// Every fault that is injected.
import { damages } from "./damages.ts";
import { hostile } from "./hostile.ts";
import { kills } from "./kills.ts";
import { places } from "./places.ts";
import type { Scenario } from "./scenario.ts";
import { vectors } from "./vectors.ts";

export { endure } from "./scenario.ts";

export const scenarios: readonly Scenario[] = [...kills, ...damages, ...places, ...hostile, ...vectors];
