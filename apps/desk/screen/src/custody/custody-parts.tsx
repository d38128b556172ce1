// The parts of a custody sheet, the same inside the vault and as they would leave.
import type { Translator } from "@tocsin/language";
import type { CustodyPlan } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { labelOfKind, textOr } from "../words/labels.ts";

type Custody = CustodyPlan["custody"];
type Fact = Custody["facts"][number];
type Line = Custody["lines"][number];

/** Records by their ids, where they are named: inside the vault alone, for what leaves names its records by their ids. */
export type NamedRecords = ReadonlyMap<string, { readonly kind: string; readonly label: string }>;

interface FactsProps {
  readonly facts: readonly Fact[];
  readonly named?: NamedRecords;
}

export function Facts({ facts, named }: FactsProps) {
  const words = useWords();
  return (
    <dl className="face">
      {facts.map(({ name, value }, at) => (
        // One name can come twice, and its place in the sheet never changes.
        <div key={`${at} ${name}`} className="fact">
          <dt>{words.t(`sheet.row.${name}`)}</dt>
          <dd>
            {name === "fields" && value.kind === "verbatim" ? (
              fieldWords(words, value.text)
            ) : (
              <Value value={value} named={named} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Which fields of the piece were changed: the log has their names. */
function fieldWords(words: Translator, names: string): string {
  const labels = names.split(", ").map((name) => textOr(words, `evidence.${name}`, name));
  return new Intl.ListFormat(words.locale, { type: "unit" }).format(labels);
}

interface ValueProps {
  readonly value: Fact["value"];
  readonly named: NamedRecords | undefined;
}

function Value({ value, named }: ValueProps) {
  const words = useWords();
  const known = value.kind === "verbatim" ? named?.get(value.text) : undefined;
  if (value.kind === "verbatim" && known !== undefined)
    return (
      <a href={addressOf(known.kind, value.text)}>
        <bdi>{labelOfKind(words, known.kind, known.label)}</bdi>
      </a>
    );
  switch (value.kind) {
    case "text":
      return (
        <span lang={value.language} dir="auto">
          {value.text}
        </span>
      );
    case "verbatim":
      return <code dir="ltr">{value.text}</code>;
    case "term":
      return <>{textOr(words, value.key, value.code)}</>;
    case "date":
      return <>{dateWords(words, value.edtf)}</>;
    case "count":
      return <>{words.t(value.key, { count: value.count })}</>;
    case "withheld":
      return <em className="waits">{words.t("sheet.withheld")}</em>;
    default:
      return value satisfies never;
  }
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly named?: NamedRecords;
}

export function Lines({ lines, named }: LinesProps) {
  const words = useWords();
  return (
    <ol className="timeline">
      {lines.map((line) => (
        <li key={`${line.written.commit} ${line.written.index} ${line.event}`} className={`on-${line.event}`}>
          <span className="when">{dateWords(words, line.at)}</span>
          <p>
            <strong>{words.t(`sheet.event.${line.event}`)}</strong>
          </p>
          <Facts facts={line.facts} {...(named && { named })} />
          <Written line={line} />
        </li>
      ))}
    </ol>
  );
}

function Written({ line: { written } }: { readonly line: Line }) {
  const words = useWords();
  const { device, chain, sequence, index, commit } = written;
  return (
    <details className="written">
      <summary>{words.t("desk.custody.where")}</summary>
      <dl className="face">
        <dt>{words.t("sheet.row.device")}</dt>
        <dd>
          <code dir="ltr">{device}</code>
        </dd>
        <dt>{words.t("sheet.row.place")}</dt>
        <dd>
          <code dir="ltr">
            {chain} · {sequence} · {index}
          </code>
        </dd>
        <dt>{words.t("sheet.commit")}</dt>
        <dd>
          <code dir="ltr">{commit}</code>
        </dd>
      </dl>
    </details>
  );
}

export function Gaps({ gaps }: { readonly gaps: Custody["gaps"] }) {
  const words = useWords();
  return (
    <ul>
      {gaps.map(({ name, count }) => (
        <li key={name}>{words.t(`sheet.gap.${name}`, { count })}</li>
      ))}
    </ul>
  );
}
