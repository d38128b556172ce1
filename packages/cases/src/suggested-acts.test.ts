import type { Verdict } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { acts } from "./acts.ts";
import { suggestedActs } from "./suggested-acts.ts";

const verdict = (test: string, state: Verdict["state"]): Verdict => ({
  file: "a.jsonl",
  line: 1,
  test,
  input: null,
  country: null,
  network: null,
  time: null,
  state,
  mechanisms: [],
  rules: [],
  examiner: { name: "network", version: "1" },
});

describe("suggestedActs", () => {
  it.each([
    ["web_connectivity", "blocked", ["network.site-blocking"]],
    ["web_connectivity", "likely-blocked", ["network.site-blocking"]],
    ["signal", "blocked", ["network.service-blocking"]],
    ["web_connectivity", "impaired", []],
    ["web_connectivity", "down", []],
    ["web_connectivity", "ok", []],
    ["whatsapp", "insufficient", []],
  ] as const)("for a measurement of %s that is %s: %s", (test, state, codes) => {
    expect(suggestedActs({ verdict: verdict(test, state) })).toEqual(codes);
  });

  it.each([
    ["indicator.domain", "ios.sms", ["spyware.attempt"]],
    ["indicator.url", "ios.safari-history", ["spyware.attempt"]],
    ["indicator.process", "ios.datausage", ["spyware.infection"]],
    ["indicator.file", "ios.manifest", ["spyware.infection"]],
    ["manifest.mismatch", "ios.manifest", []],
    ["", "", []],
  ] as const)("for %s in %s: %s", (meaning, artifact, codes) => {
    expect(suggestedActs({ meaning, artifact })).toEqual(codes);
  });

  it("names only acts of the vocabulary", () => {
    const codes = acts.terms.map(({ code }) => code);
    for (const code of [
      "network.site-blocking",
      "network.service-blocking",
      "spyware.attempt",
      "spyware.infection",
    ])
      expect(codes).toContain(code);
  });
});
