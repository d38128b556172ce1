import { expect, it } from "vitest";
import { build, fileOf, itemWith, libraryOf } from "../library.fake.ts";

it("technologies have a page with counts, a page each, and a feed, by their names in each language", async () => {
  const built = await build(
    libraryOf([
      itemWith({ slug: "one", facets: { technology: ["spyware"] } }),
      itemWith({ slug: "other", facets: { technology: ["biometrics", "biometrics.face"] } }),
      itemWith({ slug: "third", facets: { technology: ["biometrics"] } }),
    ]),
  );
  const index = fileOf(built, "en/technology.html");
  expect(index).toMatch(
    /href="technology\/biometrics\.html">.*Biometric identification.*<\/th>\s*<td>2<\/td>/,
  );
  expect(index).toMatch(/href="technology\/spyware\.html">.*Spyware.*<\/th>\s*<td>1<\/td>/);
  expect(fileOf(built, "ar/technology/biometrics.face.html")).toContain("التعرف على الوجوه");
  expect(fileOf(built, "en/technology/spyware.html")).toContain(`href="spyware.xml"`);
  expect(fileOf(built, "en/items/one.html")).toContain(`href="../technology/spyware.html"`);
});
