import { describe, expect, it } from "vitest";
import { addressOf, pagePath } from "./page-plan.ts";

describe("a relative address", () => {
  it.each([
    ["index.html", "en/index.html", "en/index.html"],
    ["en/all.html", "en/all/2.html", "all/2.html"],
    ["en/country/UG.html", "en/country/UA.html", "UA.html"],
    ["en/country/UG/theme/slapp.html", "en/country/UG.html", "../../UG.html"],
    ["en/items/a.html", "style.css", "../../style.css"],
    ["en/items/a.html", "es/items/a.html", "../../es/items/a.html"],
    ["en/all.html", "en/all.html", "all.html"],
  ])("from %s to %s is %s", (from, to, address) => {
    expect(addressOf(from, to)).toBe(address);
    expect(new URL(address, `https://x.test/deep/${from}`).pathname).toBe(`/deep/${to}`);
  });

  it("of a paged list is plain for the first page", () => {
    expect([1, 2].map((page) => pagePath("all", page))).toEqual(["all.html", "all/2.html"]);
  });
});
