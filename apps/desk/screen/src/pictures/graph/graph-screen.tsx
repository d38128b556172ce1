// Who did what to whom around a case, an incident, a person or an organisation: a picture, and the same in sentences.
import { useState } from "react";
import type { GraphLink, GraphMore, GraphPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../../asking.ts";
import { useDesk, useWords } from "../../desk.tsx";
import { Action } from "../../parts/action.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { addressOf } from "../../router.ts";
import { codeLabel } from "../../words/labels.ts";
import { PicturePage } from "../picture-page.tsx";
import { GraphPicture } from "./graph-picture.tsx";
import { linkSentence, nameOf, type NodesById } from "./graph-words.ts";

export function GraphScreen({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const asked = useQuery<GraphPage>("graph", { about: id });
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  const nodes: NodesById = new Map(page.nodes.map((node) => [node.record, node]));
  const about = nodes.get(page.about);
  const kind = about?.kind ?? "case";
  const label = nameOf(words, about);
  return (
    <PicturePage picture="graph" kind={kind} id={id} label={label}>
      {page.links.length === 0 ? (
        <p className="empty">{words.t("pictures.graph.empty")}</p>
      ) : (
        <>
          <GraphPicture page={page} nodes={nodes} />
          <Left page={page} nodes={nodes} />
          <h2>{words.t("pictures.graph.sentences")}</h2>
          <Sentences links={page.links} nodes={nodes} />
        </>
      )}
    </PicturePage>
  );
}

interface SentencesProps {
  readonly links: readonly GraphLink[];
  readonly nodes: NodesById;
}

function Sentences({ links, nodes }: SentencesProps) {
  const words = useWords();
  return (
    <ul className="plain card graph-sentences">
      {links.map((link) => {
        const sentence = linkSentence(words, link, nodes);
        const address = addressOf(link.kind, link.record);
        return (
          <li key={link.record}>
            <a href={address} className={link.isSuspected ? "suspected" : ""}>
              {sentence}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

interface LeftProps {
  readonly page: GraphPage;
  readonly nodes: NodesById;
}

/** What was left out so that the picture stays one: counted, and open to whoever asks. */
function Left({ page, nodes }: LeftProps) {
  const words = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  if (page.more.length === 0) return null;
  return (
    <section className="card" aria-label={words.t("pictures.graph.more.title")}>
      <ul className="plain">
        {page.more.map(({ record, count }) => (
          <li key={record}>
            <span>
              <bdi>{nameOf(words, nodes.get(record))}</bdi>: {words.t("pictures.graph.more", { count })}
            </span>
            {nodes.get(record)?.kind === "case" ? (
              <a href={addressOf("case", record, "incidents")}>{words.t("action.open")}</a>
            ) : (
              <Action onPress={() => setOpened(record)}>{words.t("pictures.graph.more.open")}</Action>
            )}
          </li>
        ))}
      </ul>
      {opened !== null && <AllParts key={opened} id={opened} />}
    </section>
  );
}

function AllParts({ id }: { readonly id: string }) {
  const { words, api } = useDesk();
  const asked = useQuery<GraphMore>("record.parts", { about: id });
  const [further, setFurther] = useState<readonly GraphMore[]>([]);
  const { run, isBusy } = useAction();
  if (asked.value === null) return <Waiting error={asked.error} />;
  const pages = [asked.value, ...further];
  const next = pages.at(-1)?.next ?? null;
  const nodes: NodesById = new Map(pages.flatMap((page) => page.nodes.map((node) => [node.record, node])));
  const load = async (): Promise<void> => {
    const page = await api.ask<GraphMore>("record.parts", { about: id, after: next });
    setFurther((last) => [...last, page]);
  };
  return (
    <>
      <ByRole links={pages.flatMap(({ links }) => links)} total={asked.value.total} />
      <Sentences links={pages.flatMap(({ links }) => links)} nodes={nodes} />
      {next !== null && (
        <Action isDisabled={isBusy} onPress={() => run(load)}>
          {words.t("action.show-more")}
        </Action>
      )}
    </>
  );
}

interface ByRoleProps {
  readonly links: readonly GraphLink[];
  readonly total: number;
}

/** Of those that are listed, how many there are of each role. */
function ByRole({ links, total }: ByRoleProps) {
  const words = useWords();
  const counts = new Map<string, number>();
  for (const { code } of links) counts.set(code, (counts.get(code) ?? 0) + 1);
  const roles = [...counts].map(([code, count]) =>
    words.t("pictures.graph.times", { role: codeLabel(words, "roles", code), count }),
  );
  return (
    <p className="note">
      {words.t("pictures.timeline.part", { looked: links.length, parts: total })} {roles.join(" · ")}
    </p>
  );
}
