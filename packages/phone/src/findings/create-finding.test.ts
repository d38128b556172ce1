import { describe, expect, it } from "vitest";
import { createFinding } from "./create-finding.ts";

describe("createFinding", () => {
  it.each(["x", "\ud800", `x${"😀".repeat(600)}`, "y".repeat(2000)])(
    "gives a value that a record can hold",
    (value) => {
      const output = createFinding({
        type: "indicator.domain",
        meaning: "link.received",
        artifact: "ios.sms",
        place: { file: "f" },
        time: null,
        value,
      });
      const given = output.kind === "finding" ? output.finding.value : "";
      expect(given.isWellFormed()).toBe(true);
      expect(given.length).toBeLessThanOrEqual(1024);
      expect(given).not.toBe("");
    },
  );
});
