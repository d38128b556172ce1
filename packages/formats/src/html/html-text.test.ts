import { describe, expect, it } from "vitest";
import { readHtmlText } from "./html-text.ts";

const paragraphsOf = (html: string): readonly string[] =>
  readHtmlText(html).paragraphs.map((each) => each.replaceAll(/\s+/gu, " ").trim());

describe("readHtmlText", () => {
  it("parts paragraphs at blocks and at free lines, and reads references", () => {
    expect(
      paragraphsOf(
        "<!doctype html><title>No text</title><style>p{}</style><p>Recalling <b>its</b> &amp;&nbsp;our &#8220;work&#x201d;" +
          "<br>and more<div>Noting<br><br>Urges</div><!-- <p>gone -->Decides",
      ),
    ).toEqual(["Recalling its & our “work” and more", "Noting", "Urges", "Decides"]);
  });

  it("prints the numbers of lists", () => {
    expect(
      paragraphsOf(
        '<ol start="4"><li>Urges<ol type="a"><li>to act<li>to stop</ol><li value="9">Decides</ol><ul><li>x</ul>',
      ),
    ).toEqual(["4. Urges", "(a) to act", "(b) to stop", "9. Decides", "x"]);
  });

  it("counts what is struck through, and runs and shows nothing", () => {
    const { paragraphs, struckThrough } = readHtmlText(
      '<p title="a > b">One <s>two</s></p><script>"</p><p>never"</script ><p onclick="x()">3 < 4</p>',
    );
    expect(paragraphs).toEqual(["One two", "3 < 4"]);
    expect(struckThrough).toBe(1);
  });

  it("comes to an end with tags that never close", () => {
    for (const hostile of [
      "<".repeat(200_000),
      '<p a="'.repeat(20_000),
      "<ol>".repeat(20_000),
      "<script>".repeat(2_000),
    ])
      expect(readHtmlText(hostile).paragraphs.length).toBeLessThan(2);
  });
});
