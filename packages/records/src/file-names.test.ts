import { describe, expect, it } from "vitest";
import { evidenceKind, findingKind } from "./kinds/evidence.ts";
import { hasIdentifier, replacedPart, withoutIdentifiers } from "./file-names.ts";
import { fold } from "./fold.ts";
import { create } from "./patch.ts";
import { released } from "./release.ts";

describe("what identifies somebody in a file's name is replaced", () => {
  it.each([
    ["Chat with +47 22 12 34 56.txt", `Chat with ${replacedPart}.txt`],
    ["Chat with +96170123456.txt", `Chat with ${replacedPart}.txt`],
    ["call_0047-22123456_3.m4a", `call_${replacedPart}_3.m4a`],
    ["٠٧٩١٢٣٤٥٦٧٨.jpg", `${replacedPart}.jpg`],
    ["(555) 010-0199 voicemail.mp3", `(${replacedPart} voicemail.mp3`],
    ["backup-490154203237518.tar", `backup-${replacedPart}.tar`],
    ["mail of someone@example.org.eml", `mail of ${replacedPart}`],
    ["/home/exampleuser/evidence.zip", `/home/${replacedPart}/evidence.zip`],
    ["C:\\Users\\Example Person\\Desktop\\a.png", `C:\\Users\\${replacedPart}\\Desktop\\a.png`],
  ])("%s", (name, expected) => {
    expect(withoutIdentifiers(name).text).toBe(expected);
    expect(hasIdentifier(name)).toBe(true);
  });

  it.each([
    "IMG_20250503_101530.jpg",
    "Screenshot 2025-05-03 10.15.30.png",
    "WhatsApp Image 2025-05-03 at 10.15.30.jpeg",
    "20250503101530123.mp4",
    "03052025.pdf",
    "/private/var/mobile/Library/SMS/sms.db",
    "/Users/Shared/a.txt",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "Letter of the ministry, page 12",
    "",
  ])("and nothing else: %s", (name) => {
    expect(withoutIdentifiers(name)).toEqual({ text: name, count: 0 });
  });

  it("takes no longer for a name that was made to take long", () => {
    const long = "1 ".repeat(200_000) + "a@".repeat(100_000);
    const begun = performance.now();
    expect(withoutIdentifiers(long).text.length).toBeLessThan(5000);
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it("in the title of evidence and the place of a finding, where they leave to others", () => {
    const stamp = {
      chain: "a".repeat(32),
      sequence: 1,
      index: 0,
      depth: 1,
      commit: "b".repeat(64),
      device: "c",
      at: 0,
      seen: new Map([["a".repeat(32), 1]]),
    };
    const options = { record: "evidence0000000000000000000000" as never, act: "test", isCode: () => true };
    const title = { text: "Chat with +96170123456.txt", lang: "und" };
    const evidence = fold(undefined, stamp, create(evidenceKind, { title }, options));
    const place = { file: "/home/exampleuser/sms.db", row: 7 };
    const finding = fold(undefined, stamp, create(findingKind, { title, place }, options));
    const fields = { evidence: { title: "full" }, finding: { place: "full" } } as const;
    const rules = { fields, named: new Set<never>(), cleanFileNames: true };
    const out = released(evidenceKind, evidence, rules);
    expect(out.values["title"]).toEqual({ text: `Chat with ${replacedPart}.txt`, lang: "und" });
    expect(out.coarsened).toEqual(["title"]);
    expect(released(findingKind, finding, rules).values["place"]).toEqual({
      file: `/home/${replacedPart}/sms.db`,
      row: 7,
    });
    const inside = released(evidenceKind, evidence, { fields, named: new Set() });
    expect(inside.values["title"]).toEqual(title);
  });
});
