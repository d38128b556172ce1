// Who did what to whom, drawn: boxes that can be walked, and lines between them, broken where something is only suspected.
import { useMemo } from "react";
import type { GraphLink, GraphNode, GraphPage } from "@tocsin/workspace";
import { useWords } from "../../desk.tsx";
import { addressOf } from "../../router.ts";
import { dateWords } from "../../words/date-words.ts";
import { codeLabel } from "../../words/labels.ts";
import { useWalk } from "../picture-walk.ts";
import { useWidth } from "../use-width.ts";
import { Walked } from "../walked.tsx";
import { layOutGraph, type Box, type Column, type GraphLayout } from "./graph-layout.ts";
import { lineKey, lineWords, nameOf, type NodesById } from "./graph-words.ts";

interface GraphPictureProps {
  readonly page: GraphPage;
  readonly nodes: NodesById;
}

/** Room for heads of two lines, in rem. */
const top = 2.6;
const headsOf = ["acting", "events", "struck"] as const;

export function GraphPicture({ page, nodes }: GraphPictureProps) {
  const words = useWords();
  const { ref, width } = useWidth<HTMLElement>(0);
  const layout = useMemo(() => layoutOf(page, width - 1), [page, width]);
  const boxes = layout.boxes.toSorted((a, b) => a.column - b.column || a.top - b.top);
  const walk = useWalk(boxes);
  const current = walk.current === undefined ? undefined : nodes.get(walk.current.key);
  const height = layout.height + top + 1;
  return (
    <figure className="picture" aria-label={words.t("pictures.graph")} ref={ref}>
      <Walked
        className="graph"
        label={words.t("pictures.graph.walk")}
        around={walk.around}
        style={{ inlineSize: `${layout.width}rem`, blockSize: `${height}rem` }}
      >
        {layout.columns.map(({ column, at, width: wide }) => (
          <p
            key={column}
            className="graph-head"
            style={{ insetInlineStart: `${at}rem`, inlineSize: `${wide}rem` }}
          >
            {words.t(`pictures.graph.${headsOf[column]}`)}
          </p>
        ))}
        <svg
          viewBox={`0 ${-top} ${layout.width} ${height}`}
          style={{ inlineSize: `${layout.width}rem`, blockSize: `${height}rem` }}
          aria-hidden="true"
        >
          {layout.routes.map(({ key, path, isSuspected }) => (
            <path key={key} d={path} className={isSuspected ? "suspected" : ""} />
          ))}
        </svg>
        {boxes.map((box) => (
          <NodeBox key={box.key} box={box} page={page} nodes={nodes} walked={walk.of(box)} />
        ))}
      </Walked>
      {current !== undefined && <Detail node={current} />}
      <figcaption className="note">{words.t("pictures.graph.legend")}</figcaption>
    </figure>
  );
}

interface NodeBoxProps extends GraphPictureProps {
  readonly box: Box;
  readonly walked: ReturnType<ReturnType<typeof useWalk>["of"]>;
}

function NodeBox({ box, page, nodes, walked }: NodeBoxProps) {
  const words = useWords();
  const node = nodes.get(box.key);
  if (node === undefined) return null;
  const own = page.links.filter(({ from }) => from === box.key);
  const under = underName(words, node);
  return (
    <a
      href={addressOf(node.kind, node.record)}
      className={["graph-box", `of-${node.kind}`, ...(node.record === page.about ? ["about"] : [])].join(" ")}
      style={{
        insetInlineStart: `${box.at}rem`,
        insetBlockStart: `${box.top + top}rem`,
        inlineSize: `${box.width}rem`,
        blockSize: `${box.height}rem`,
      }}
      {...walked}
    >
      <b dir="auto">{nameOf(words, node)}</b>
      <small className={node.isWithheld ? "waits" : ""}>{under}</small>
      {linesOf(own).map(({ key, links }) => (
        <span key={key} className={links[0]?.isSuspected === true ? "part suspected" : "part"}>
          <bdi>{partWords(words, links, nodes)}</bdi>
        </span>
      ))}
    </a>
  );
}

function partWords(
  words: ReturnType<typeof useWords>,
  links: readonly GraphLink[],
  nodes: NodesById,
): string {
  const [first] = links;
  if (first === undefined) return "";
  const role = lineWords(words, first, nodes);
  return links.length === 1 ? role : words.t("pictures.graph.times", { role, count: links.length });
}

/** When it was, or what must be known of somebody. */
function underName(words: ReturnType<typeof useWords>, { kind, date, isWithheld, flags }: GraphNode): string {
  if (kind !== "person" && kind !== "organisation") return dateWords(words, date);
  const marks = [
    ...(isWithheld ? [words.t("pictures.graph.withheld")] : []),
    ...flags.map((flag) => codeLabel(words, "riskFlags", flag)),
  ];
  return marks.length === 0 ? words.t(`kind.${kind}.one`) : marks.join(" · ");
}

function Detail({ node }: { readonly node: GraphNode }) {
  const words = useWords();
  return (
    <div className="picture-detail no-print">
      <a href={addressOf(node.kind, node.record)}>
        <bdi>{nameOf(words, node)}</bdi>
      </a>
      {" · "}
      <a href={addressOf("graph", node.kind, node.record)}>{words.t("pictures.graph.around")}</a>
    </div>
  );
}

function linesOf(
  links: readonly GraphLink[],
): readonly { readonly key: string; readonly links: readonly GraphLink[] }[] {
  const lines = new Map<string, GraphLink[]>();
  for (const link of links) lines.set(lineKey(link), [...(lines.get(lineKey(link)) ?? []), link]);
  return [...lines].map(([key, own]) => ({ key, links: own }));
}

function layoutOf({ nodes, links }: GraphPage, length: number): GraphLayout {
  const isLinked = ({ record, kind }: GraphNode): boolean =>
    kind !== "case" || links.some(({ to }) => to === record);
  return layOutGraph(
    nodes.filter(isLinked).map((node) => {
      const own = links.filter(({ from }) => from === node.record);
      return {
        key: node.record,
        column: columnOf(node, own),
        order: node.date ?? `~${node.label}`,
        lines: linesOf(own).map(({ key }) => key),
      };
    }),
    links.map((link) => ({
      key: link.record,
      from: link.from,
      line: lineKey(link),
      to: link.to,
      isSuspected: link.isSuspected,
    })),
    length,
  );
}

/** Somebody with parts on both sides stands where most of them are; among equals, with those who are accused. */
function columnOf({ kind }: GraphNode, links: readonly GraphLink[]): Column {
  if (kind !== "person" && kind !== "organisation") return 1;
  const parts = links.filter((link) => link.kind === "involvement");
  const accused = parts.filter(({ isAccused }) => isAccused).length;
  return accused > 0 && accused * 2 >= parts.length ? 0 : 2;
}
