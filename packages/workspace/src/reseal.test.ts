import { describe, expect, it } from "vitest";
import { judgeRecipient } from "./reseal.ts";

/** Its identity was thrown away. */
const fits = "age1gck8e6wp6g073decffhawqttqensplltthxj0pml85yu8ccrs30s7sduyj";

describe("the key of a recipient, as it was typed", () => {
  it("fits, in small letters or in capitals", () => {
    for (const text of [fits, fits.toUpperCase()]) expect(judgeRecipient(text)).toBe("fits");
  });

  it("does not when a letter is wrong, missing, doubled, or in another case", () => {
    for (let at = 4; at < fits.length; at += 7) {
      const letter = fits[at] === "q" ? "p" : "q";
      const others = [
        fits.slice(0, at) + letter + fits.slice(at + 1),
        fits.slice(0, at) + fits.slice(at + 1),
        fits.slice(0, at) + letter + fits.slice(at),
        fits.slice(0, at) + (fits[at] ?? "").toUpperCase() + fits.slice(at + 1),
      ].filter((each) => each !== fits);
      expect(others.map(judgeRecipient)).toEqual(others.map(() => "mistyped"));
    }
    for (const text of ["", "age1", "age", "somebody@example.org", `${fits} `])
      expect(judgeRecipient(text)).toBe("mistyped");
  });

  it("is told apart from a secret key, and from keys of other kinds", () => {
    expect(judgeRecipient(`AGE-SECRET-KEY-1${"Q".repeat(58)}`)).toBe("secret");
    expect(judgeRecipient("AGE-PLUGIN-YUBIKEY-1QQQQ")).toBe("secret");
    expect(judgeRecipient("age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t")).toBe(
      "other-kind",
    );
    expect(judgeRecipient("ssh-ed25519 AAAA")).toBe("other-kind");
  });
});
