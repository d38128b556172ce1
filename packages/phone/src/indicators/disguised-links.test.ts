import { describe, expect, it } from "vitest";
import { writeIndicators } from "../../../../tools/ios-backup/indicators-writer.ts";
import { createIndicatorIndex } from "./indicator-index.ts";
import { scanLinks } from "./links.ts";
import { parseIndicators } from "./parse-indicators.ts";

const index = createIndicatorIndex([
  parseIndicators(
    writeIndicators(
      [
        "[domain-name:value='bad.test']",
        "[domain-name:value='xn--i-7iq.test']",
        "[url:value='https://shared.test/path/x?y=1']",
        "[email-addr:value='who@mail.test']",
      ].map((pattern) => ({ campaign: "Example", pattern })),
    ),
    "example.stix2",
  ),
]);
const kindsIn = (text: string): readonly string[] =>
  scanLinks(text, { embedded: true }).flatMap((link) => {
    const match =
      link.mailbox === null ? index.matchLink(link) : index.matchEmail(`${link.mailbox}@${link.host}`);
    return match?.kind ?? [];
  });

describe("a link that a browser would open is met", () => {
  it.each([
    "http://%62ad.test/",
    "http://b%61d%2Etest/x",
    "http://user@%62ad.test:8080/x",
    "http://bad.test%20and",
    "hxxps[:]//bad[DOT]test",
    "http:/bad.test",
    "b\u200bad.test",
    "http://b\u200bad.te\u200dst/x",
    "http://ba\u00add.test/",
    "http://bad\u2060.test",
    "http://b\ufeffad.test",
    "word\u200bbad.test",
    "word\u200bhttp://bad.test",
    "http://i\u2764.test/",
    "http://i\u2764\ufe0f.test/",
    "http://a.test/?u=http%253A%252F%252Fbad.test",
    `${Array.from({ length: 8 }, (_, i) => `http://a${i}.test`).join(",")},http://bad.test`,
  ])("%j", (text) => {
    expect(kindsIn(text)).toContain("domain");
  });

  it.each([
    "http://%6Eotbad.test/",
    "notb\u200bad.test",
    "http://bad.test@good.test/",
    "http://bad.test%2egood.test/",
    "http://%zz.test/",
  ])("and another is not: %j", (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

describe("a listed address is met in a sentence", () => {
  const listed = "https://shared.test/path/x?y=1";

  it.each([
    `(${listed})`,
    `see ${listed}.`,
    `${listed}, and`,
    `'${listed}'`,
    `[x](${listed}).`,
    `${listed}】`,
    `${listed}，请看`,
    `${listed}!`,
    `${listed}&z=2`,
  ])("%s", (text) => {
    expect(kindsIn(text)).toEqual(["url"]);
  });

  it.each([`${listed}2`, `${listed}.a`, `${listed}-2`, `${listed},2`])(
    "and a longer one is another: %s",
    (text) => {
      expect(kindsIn(text)).toEqual([]);
    },
  );
});

it.each(["mailto:who@mail.test?subject=x", "Do you know who@mail.test?", "<WHO@Mail.test>"])(
  "an address of e-mail is met in %s",
  (text) => {
    expect(kindsIn(text)).toEqual(["email"]);
  },
);
