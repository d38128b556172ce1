import { describe, expect, it } from "vitest";
import { readDraft } from "./read-draft.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function messageOf(bytes: Uint8Array): string {
  try {
    readDraft(bytes);
    return "none";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("readDraft", () => {
  it("tells a page from plain text by how it begins", () => {
    expect(readDraft(bytesOf("<p>OP1 Urges States</p><p>OP2 <s>Decides</s></p>"))).toMatchObject({
      form: "html",
      paragraphs: [{ text: "Urges States" }, { text: "Decides" }],
      notices: [{ kind: "struck-through", detail: "1" }],
    });
    expect(readDraft(bytesOf("OP1 Urges <all> States"))).toMatchObject({
      form: "plain",
      paragraphs: [{ text: "Urges <all> States" }],
    });
  });

  it("reads UTF-16 with its mark", () => {
    const text = "\ufeffOP1 حماية";
    const bytes = new Uint8Array(
      Array.from(text).flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8]),
    );
    expect(readDraft(bytes).paragraphs[0]?.text).toBe("حماية");
  });

  it("says what to do with a PDF, an old Word file, and bytes that are no text", () => {
    expect(messageOf(bytesOf("%PDF-1.7 …"))).toContain("copy its text");
    expect(messageOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]))).toContain("save it as DOCX");
    expect(messageOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toContain("UTF-8");
    expect(messageOf(bytesOf(" \n "))).toContain("no paragraph");
  });
});
