import { createTranslator, loadCatalogues } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import { answerWords } from "./answer-words.ts";

const words = createTranslator("en", await loadCatalogues("en"));
const now = new Date(2026, 4, 17, 12).getTime();
const said = (sent: string, more: object = {}): string =>
  answerWords(words, { sent, ...more }, now).replace(/[\u2066-\u2069]/gu, "");

describe("what came back after something was sent", () => {
  it("counts days from an exact day, and says today without a number", () => {
    expect(said("2026-05-14")).toBe("No reply for 3 days");
    expect(said("2026-05-16")).toBe("No reply for 1 day");
    expect(said("2026-05-17")).toBe("Sent today, no reply yet");
    expect(said("2026-05-20")).toBe("To be sent on 20 May 2026");
  });

  it("counts no days from a date that is not exact", () => {
    expect(said("2025")).toBe("Sent: 2025; no reply yet");
    expect(said("2026-05")).toBe("Sent: May 2026; no reply yet");
    expect(said("2026-05-03~")).toMatch(/^Sent: about 3 May 2026/);
    expect(said("2026-05-01/2026-05-10")).toMatch(/no reply yet$/);
  });

  it("waits for nothing once there is an answer", () => {
    expect(said("2026-05-14", { replied: "2026-05-15" })).toBe("Answered on 15 May 2026");
    expect(said("2026-05-14", { result: "refused" })).toBe("Nothing is waited for any more.");
  });
});
