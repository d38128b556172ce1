import { describe, expect, it } from "vitest";
import { matrixAddress, matrixPlace, type MatrixPlace } from "./matrix-address.ts";

describe("addresses of the matrix", () => {
  it.each<MatrixPlace>([
    { by: "state", row: "FR" },
    { by: "state", row: "?" },
    { by: "state", row: "FR", commitment: "0abc" },
    { by: "company", row: "0def" },
    { by: "company", row: "0def", commitment: "0abc" },
    { by: "state", commitment: "0abc" },
    { by: "company", commitment: "0abc" },
  ])("lead back to %j", (place) => {
    const [first, ...rest] = matrixAddress(place);
    expect(first).toBe("matrix");
    for (const part of rest) expect(part).toMatch(/^[A-Za-z0-9.-]+$/);
    expect(matrixPlace(rest)).toEqual(place);
  });

  it("have one of the whole matrix, by States or by companies", () => {
    expect(matrixAddress({ by: "state" })).toEqual(["matrix"]);
    expect(matrixAddress({ by: "company" })).toEqual(["matrix", "company"]);
    expect(matrixPlace(["company"])).toBeNull();
  });
});
