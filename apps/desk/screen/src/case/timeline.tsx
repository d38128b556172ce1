// What happened, in the order in which it happened, with findings shown where they lie.
import type { Translator } from "@tocsin/language";
import type { CasePage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { FindingFace } from "../findings/finding-face.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

type Entry = CasePage["timeline"][number];

export function Timeline({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords();
  if (entries.length === 0) return <p className="note">{words.t("kind.incident.empty")}</p>;
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.record} className={`on-${entry.kind} level-${entry.finding?.level ?? "none"}`}>
          <TimelineEntry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function TimelineEntry({ entry }: { readonly entry: Entry }) {
  const words = useWords();
  const { record, kind, label, date, finding } = entry;
  return (
    <>
      <span className="when">{dateWords(words, date)}</span>
      <p>
        <a href={addressOf(kind, record)}>
          <bdi>{label}</bdi>
        </a>
        {besides(words, entry).map((part) => (
          <small key={part}> · {part}</small>
        ))}
      </p>
      {finding !== null && <FindingFace face={finding} />}
    </>
  );
}

/** What was done, how far it is verified, and by how many sources. */
function besides(words: Translator, { kind, acts, status, sources, marks = [] }: Entry): readonly string[] {
  const name = kind === "incident" ? [] : [words.t(`kind.${kind}.one`)];
  return [
    ...name,
    ...acts.map((code) => codeLabel(words, "acts", code)),
    ...(status === null ? [] : [codeLabel(words, "verification", status)]),
    ...(kind === "incident" ? [words.t("count.sources", { count: sources })] : []),
    ...marks.filter((mark) => mark !== "draft").map((mark) => words.t(`mark.${mark}`)),
  ];
}
