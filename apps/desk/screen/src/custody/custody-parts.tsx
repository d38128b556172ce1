// The parts of a custody sheet, the same inside the vault and as they would leave.
import type { CustodyPlan } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { dateWords } from "../words/date-words.ts";
import { textOr } from "../words/labels.ts";

type Custody = CustodyPlan["custody"];
type Fact = Custody["facts"][number];
type Line = Custody["lines"][number];

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords();
  return (
    <dl className="face">
      {facts.map(({ name, value }, at) => (
        // One name can come twice, and its place in the sheet never changes.
        <div key={`${at} ${name}`} className="fact">
          <dt>{words.t(`sheet.row.${name}`)}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { readonly value: Fact["value"] }) {
  const words = useWords();
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

export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const words = useWords();
  return (
    <ol className="timeline">
      {lines.map((line) => (
        <li key={`${line.written.commit} ${line.written.index} ${line.event}`} className={`on-${line.event}`}>
          <span className="when">{dateWords(words, line.at)}</span>
          <p>
            <strong>{words.t(`sheet.event.${line.event}`)}</strong>
          </p>
          <Facts facts={line.facts} />
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
