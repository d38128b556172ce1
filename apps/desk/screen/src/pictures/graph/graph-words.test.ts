import { createTranslator, english } from "@tocsin/language";
import type { GraphLink, GraphNode } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { linkSentence } from "./graph-words.ts";

const words = createTranslator("en", { en: english });
const nodes = new Map([
  ["a", { id: "a", kind: "person", label: "Example Person" }],
  ["b", { id: "b", kind: "incident", label: "Example incident" }],
]) as unknown as ReadonlyMap<string, GraphNode>;
const link = {
  record: "c",
  kind: "involvement",
  from: "a",
  to: "b",
  vocabulary: "roles",
  code: "perpetrator",
  isSuspected: false,
  isAccused: true,
  attribution: "witness",
  grounds: "A neighbour\u2069 knew him.",
} as unknown as GraphLink;

describe("the sentence of a link", () => {
  it("keeps the ground that somebody wrote in a direction of its own, and what would leave it out", () => {
    const sentence = linkSentence(words, link, nodes);
    expect(sentence).toContain("\u2068A neighbour knew him.\u2069");
    expect(linkSentence(words, { ...link, attribution: null }, nodes)).toContain(
      "\u2068A neighbour knew him.\u2069",
    );
  });
});
