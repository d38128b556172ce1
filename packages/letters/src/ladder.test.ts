import { describe, expect, it } from "vitest";
import { LettersError } from "./errors.ts";
import { checkShown, claimed, type Check } from "./ladder.ts";

const check = (rung: string, seen: string, more: Partial<Check> = {}): Check => ({
  rung,
  seen,
  when: "2026-11-20T10:00:00.000Z",
  by: "A. Person",
  takenBack: false,
  ...more,
});
const own = { domain: "watch.example" };

describe("the ladder of verification", () => {
  it("claims the highest rung that something shows, and none without it", () => {
    expect(claimed(own, [])).toBe("none");
    expect(claimed(own, [check("email", "office@mail.example")])).toBe("email");
    expect(claimed(own, [check("domain", "office@post.watch.example")])).toBe("domain");
    const all = [check("register", "Entry 17"), check("email", "office@watch.example")];
    expect(claimed(own, all)).toBe("register");
    expect(claimed(own, [check("register", "Entry 17", { takenBack: true }), ...all.slice(1)])).toBe("email");
  });

  it("claims nothing higher than was seen", () => {
    for (const bad of [
      check("domain", "office@elsewhere.example"),
      check("domain", "office@notwatch.example"),
      check("domain", "office@watch.example.attacker.example"),
      check("domain", "watch.example"),
      check("email", "they answered"),
      check("key", "they have a key"),
      check("register", " "),
      check("vouched", "Example Network", { by: "" }),
      check("register", "Entry", { when: "" }),
      check("certain", "everything"),
    ]) {
      expect(claimed(own, [bad]), bad.seen).toBe("none");
      expect(() => checkShown(own, bad), bad.seen).toThrow(LettersError);
    }
    expect(claimed({ domain: null }, [check("domain", "office@watch.example")])).toBe("none");
    expect(claimed(own, [check("key", "4F1A 22BC 90DD 1234 5678 9ABC DEF0 1122")])).toBe("key");
  });
});
