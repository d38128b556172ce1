// The graph as words: the lines of a box, and a sentence for every link.
import type { Translator } from "@tocsin/language";
import type { GraphLink, GraphNode } from "@tocsin/workspace";
import { codeLabel, labelOfKind } from "../../words/labels.ts";

export type NodesById = ReadonlyMap<string, GraphNode>;

/** Links that one line of a box stands for. */
export function lineKey({ kind, code, to, isSuspected }: GraphLink): string {
  const end = kind === "involvement" ? "" : to;
  return `${kind} ${code} ${isSuspected ? "suspected" : ""} ${end}`;
}

/** "Perpetrator, suspected", "Sibling — Example Editor". */
export function lineWords(words: Translator, link: GraphLink, nodes: NodesById): string {
  const label = codeLabel(words, link.vocabulary, link.code);
  const role = link.isSuspected ? words.t("pictures.graph.role", { role: label }) : label;
  return link.kind === "involvement" ? role : `${role} — ${nameOf(words, nodes.get(link.to))}`;
}

export function nameOf(words: Translator, node: GraphNode | undefined): string {
  if (node === undefined) return "";
  return labelOfKind(words, node.kind, node.label);
}

/** "X — suspected perpetrator in — Y · on the grounds: …". */
export function linkSentence(words: Translator, link: GraphLink, nodes: NodesById): string {
  const form = link.kind !== "involvement" ? "tie" : link.isSuspected ? "part.suspected" : "part";
  const sentence = words.t(`pictures.graph.${form}`, {
    who: nameOf(words, nodes.get(link.from)),
    role: codeLabel(words, link.vocabulary, link.code),
    what: nameOf(words, nodes.get(link.to)),
  });
  return [sentence, ...groundsOf(words, link)].join(" · ");
}

/** Only where somebody is accused does the lack of a ground say something. */
function groundsOf(words: Translator, { attribution, grounds, isAccused }: GraphLink): readonly string[] {
  const label = attribution === null ? null : codeLabel(words, "attributionGrounds", attribution);
  // Two values, so that what somebody wrote keeps its own direction beside our words.
  if (label !== null && grounds !== null)
    return [words.t("pictures.graph.grounds.both", { attribution: label, grounds })];
  const given = label ?? grounds;
  if (given !== null) return [words.t("pictures.graph.grounds", { grounds: given })];
  return isAccused ? [words.t("pictures.graph.no-grounds")] : [];
}
