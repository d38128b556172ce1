// Writes STIX 2.1 bundles of made-up indicators.
import { createHash } from "node:crypto";
import { plantedIndicators } from "./planted.table.ts";
import type { PlantedIndicator } from "./planted.table.ts";

export function writeIndicators(indicators: readonly PlantedIndicator[] = plantedIndicators): Uint8Array {
  const campaigns = [...new Set(indicators.map((one) => one.campaign))];
  const objects = [
    ...campaigns.map((name) => ({ ...common("malware", name), name, is_family: false })),
    ...indicators.flatMap((one, i) => {
      const indicator = common("indicator", `${i} ${one.campaign} ${one.pattern}`);
      const relationship = common("relationship", `${indicator.id} ${one.campaign}`);
      return [
        { ...indicator, pattern: one.pattern, pattern_type: "stix", valid_from: indicator.created },
        {
          ...relationship,
          relationship_type: "indicates",
          source_ref: indicator.id,
          target_ref: common("malware", one.campaign).id,
        },
      ];
    }),
  ];
  const bundle = { type: "bundle", id: common("bundle", "example").id, objects };
  return new TextEncoder().encode(JSON.stringify(bundle, null, 1));
}

function common(
  type: string,
  seed: string,
): { type: string; spec_version: string; id: string; created: string } {
  const digest = createHash("sha256").update(`${type} ${seed}`).digest("hex");
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
  ];
  const id = `${type}--${parts.join("-")}-${digest.slice(20, 32)}`;
  return { type, spec_version: "2.1", id, created: "2026-01-01T00:00:00.000Z" };
}
