import { createTranslator, english } from "@tocsin/language";
import {
  custodyKind,
  documentPartKind,
  formOf,
  personKind,
  settingsKind,
  sponsorListKind,
  viewOf,
} from "@tocsin/records";
import { describe, expect, it } from "vitest";
import type { Desk } from "../desk.tsx";
import { labelOfRecord } from "./label-of-record.ts";

const words = createTranslator("en", { en: english }, { isolate: false });
const kinds = [custodyKind, documentPartKind, personKind, settingsKind, sponsorListKind].map((kind) => ({
  form: formOf(kind),
  view: viewOf(kind),
  retired: false,
}));
const own = "ab".repeat(32);
const session = { vault: { deviceId: own, device: "Example device" } };
const desk = { words, session, definitions: { kinds, vocabularies: {}, commands: [] } } as unknown as Desk;

describe("a record is called", () => {
  it.each([
    ["a code by its label", { kind: "custody", label: "handed-over" }, "Handed over"],
    [
      "a finding by what was found and where, in words",
      { kind: "finding", label: "77 · ios.data-usage" },
      `77 · ${words.t("artifact.ios.data-usage")}`,
    ],
    ["a finding that a person named as it is", { kind: "finding", label: "A · b" }, "A · b"],
    ["a day in words", { kind: "sponsorList", label: "2026-03-27" }, "27 March 2026"],
    ["a name as it is", { kind: "person", label: "received" }, "received"],
    ["the settings of this device by its name", { kind: "settings", label: own }, "Example device"],
    ["what has no label by its kind", { kind: "custody", label: "" }, words.t("kind.custody.one")],
  ])("%s", (_, record, said) => {
    expect(labelOfRecord(desk, record)).toBe(said);
  });
  it("an answer by the words of its question, and by its kind where they are not here", () => {
    const named = { kind: "contributionAnswer", label: "attack-what" };
    const question = { lang: "en", text: "What happened?", translations: { fr: "Que s’est-il passé ?" } };
    expect(labelOfRecord(desk, { ...named, question })).toBe("What happened?");
    expect(labelOfRecord(desk, named)).toBe(`${words.t("kind.contributionAnswer.one")} · attack-what`);
  });
});
