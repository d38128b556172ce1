import { describe, expect, it } from "vitest";
import { engagedByRules } from "./engagement.ts";
import type { EngagementRule } from "./engagement-rules.ts";

const engaged = (...args: Parameters<typeof engagedByRules>): readonly string[] =>
  engagedByRules(...args).map(({ commitment }) => commitment);

describe("engagedByRules", () => {
  it.each([
    ["deployment.biometric", ["C-BIO-1", "C-BIO-2"]],
    ["transfer.licence", ["C-SPY-1", "PM-1"]],
    ["restriction.shutdown", ["C-SHUT-1", "C-CON-1"]],
    ["restriction.licensing", ["C-CON-3"]],
    ["access.community", ["C-CON-1", "C-CON-2", "C-CON-3"]],
    ["remedy.moratorium", ["C-SPY-2", "C-SPY-1"]],
    ["deployment.filtering.local:0f3a9c2e", ["C-SHUT-2"]],
    ["deployment", []],
    ["other", []],
  ])("holds a measure of the kind %s against %j", (measureKind, expected) => {
    expect(engaged("measure", { measureKind })).toEqual(expected);
  });

  it("says by which rules", () => {
    expect(engagedByRules("measure", { measureKind: "remedy.moratorium" })).toEqual([
      { commitment: "C-SPY-2", rules: ["measure.remedy"] },
      { commitment: "C-SPY-1", rules: ["measure.moratorium"] },
    ]);
  });

  it("names what is for a group of States only where the country is one of them", () => {
    const suit = { proceedingKind: "civil", charges: ["defamation"] };
    expect(engaged("proceeding", suit)).toEqual(["C-SLAPP-1"]);
    expect(engaged("proceeding", { ...suit, country: "BR" })).toEqual(["C-SLAPP-1"]);
    expect(engaged("proceeding", { ...suit, country: "NO" })).toEqual(["C-SLAPP-1", "COE-SLAPP-1"]);
    expect(engaged("proceeding", { ...suit, country: "MT" })).toContain("EU-SLAPP-3");
    expect(engaged("proceeding", { ...suit, country: "DK" })).not.toContain("EU-SLAPP-3");
  });

  it("asks for all conditions of a rule", () => {
    expect(engaged("proceeding", { proceedingKind: "civil", charges: ["trespass"] })).toEqual([]);
    expect(engaged("proceeding", { charges: ["defamation"] })).toEqual([]);
    expect(
      engaged("proceeding", { proceedingKind: "criminal", charges: ["defamation", "false-news"] }),
    ).toEqual(["C-SLAPP-1", "C-GEN-1"]);
  });

  it("takes any value where a rule names no code, and no field of a name that objects have anyway", () => {
    expect(engaged("incident", { borderActor: "proxy" })).toEqual(["C-TNR-1"]);
    expect(engaged("incident", {})).toEqual([]);
    const rule: EngagementRule = {
      id: "x",
      kind: "incident",
      when: [{ field: "constructor" }],
      engages: ["A"],
    };
    expect(engagedByRules("incident", {}, [rule])).toEqual([]);
  });

  it("never says of another kind of record what a rule says of one", () => {
    expect(engaged("incident", { measureKind: "deployment.biometric" })).toEqual([]);
  });
});
