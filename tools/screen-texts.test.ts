import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { screenTextsOf, screenTextsUnder } from "./screen-texts.ts";

/** Keys of a keyboard are called the same in every language that ships. */
const permitted = ["Ctrl Z"];

const textsOf = (source: string): readonly string[] => screenTextsOf(source).map(({ text }) => text);

describe("the screen", () => {
  it("takes all its words from the catalogues", () => {
    const texts = screenTextsUnder(join(import.meta.dirname, "../apps/desk/screen/src"));
    expect(texts.filter((text) => !permitted.some((each) => text.endsWith(` ${each}`)))).toEqual([]);
  });
});

describe("a string planted untranslated", () => {
  it.each([
    ["<p>Saved</p>", "Saved"],
    ["<p>محفوظ</p>", "محفوظ"],
    ['<p>{"Saved"}</p>', "Saved"],
    ['<p>{isSaved ? "Saved" : null}</p>', "Saved"],
    ['<p>{isSaved && "Saved"}</p>', "Saved"],
    ['<p>{name ?? "Nobody"}</p>', "Nobody"],
    ["<p>{`${count} saved`}</p>", "saved"],
    ['<input placeholder="Your name" />', "Your name"],
    ['<Action label={"Open it"} />', "Open it"],
    ['<img alt="A map" />', "A map"],
    ['<nav aria-label={isOpen ? "Menu" : label} />', "Menu"],
  ])("is found: %s", (source, text) => {
    expect(textsOf(`const x = ${source};`)).toEqual([text]);
  });

  it("is told with its line", () => {
    expect(screenTextsOf("const x = (\n  <p>\n    Saved\n  </p>\n);")[0]?.line).toBe(3);
  });
});

describe("what is no text of the screen", () => {
  it.each([
    '<p>{words.t("state.saved")}</p>',
    '<p className="note" lang="ar" dir="rtl">·</p>',
    '<Field type="password" name="passphrase" />',
    '<p>{words.t(isOpen ? "state.open" : "state.closed")}</p>',
    '<p hidden={state === "running"} />',
    "<p>{count} × 2</p>",
    '<Block label="desk.words.source" />',
  ])("passes: %s", (source) => {
    expect(textsOf(`const x = ${source};`)).toEqual([]);
  });
});
