import { describe, expect, it } from "vitest";
import { acts } from "./acts.ts";
import { suggestedActs } from "./suggested-acts.ts";

describe("suggestedActs", () => {
  it("says attempt for a link that was sent or opened, and only the family for a trace on the phone", () => {
    expect(suggestedActs({ type: "indicator.domain", artifact: "ios.sms" })).toEqual(["spyware.attempt"]);
    expect(suggestedActs({ type: "indicator.url", artifact: "ios.safari" })).toEqual(["spyware.attempt"]);
    expect(suggestedActs({ type: "indicator.process", artifact: "ios.datausage" })).toEqual(["spyware"]);
  });

  it("says nothing for what is no indicator and for verdicts that show no interference", () => {
    expect(suggestedActs({ type: "manifest.mismatch", artifact: "ios.manifest" })).toEqual([]);
    for (const state of ["down", "ok", "insufficient", "impaired", "not-analysed"] as const)
      expect(suggestedActs({ verdict: { state, test: "web_connectivity" } })).toEqual([]);
  });

  it("tells a site from a service", () => {
    expect(suggestedActs({ verdict: { state: "blocked", test: "web_connectivity" } })).toEqual([
      "network.site-blocking",
    ]);
    expect(suggestedActs({ verdict: { state: "likely-blocked", test: "signal" } })).toEqual([
      "network.service-blocking",
    ]);
  });

  it("names only acts of the vocabulary", () => {
    const known = new Set(acts.terms.map(({ code }) => code));
    for (const code of ["spyware.attempt", "spyware", "network.site-blocking", "network.service-blocking"])
      expect(known.has(code)).toBe(true);
  });
});
