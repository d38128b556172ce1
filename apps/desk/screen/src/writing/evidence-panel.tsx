// The evidence beside the text: what the case has, to be read beside, and put behind a claim as a note.
import { useState } from "react";
import { isMeant } from "@tocsin/language";
import type { EvidenceBeside } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { addressOf } from "../router.ts";
import { labelOfKind } from "../words/labels.ts";

interface EvidencePanelProps {
  readonly evidence: readonly EvidenceBeside[];
  /** Heading of the part that notes go into; null where nobody writes yet. */
  readonly into: string | null;
  readonly insert: (id: string) => void;
}

const shownAtMost = 60;
const searchedFrom = 8;

export function EvidencePanel({ evidence, into, insert }: EvidencePanelProps) {
  const { words } = useDesk();
  const [typed, setTyped] = useState("");
  const labelled = evidence.map((each) => ({
    ...each,
    label: labelOfKind(words, each.kind, each.label),
  }));
  const found = labelled.filter(({ label, kind }) =>
    isMeant(`${label} ${words.t(`kind.${kind}.one`)}`, typed),
  );
  const kinds = ["finding", "evidence", "incident"];
  const groups = [...new Set([...kinds, ...found.map(({ kind }) => kind)])];
  return (
    <section className="card evidence-panel" aria-labelledby="beside-title">
      <h2 id="beside-title">{words.t("writing.evidence")}</h2>
      {evidence.length === 0 && <p className="note">{words.t("writing.evidence.none")}</p>}
      {evidence.length > 0 && (
        <p className="note">
          {into === null
            ? words.t("writing.evidence.where")
            : words.t("writing.evidence.into", { part: into })}
        </p>
      )}
      {evidence.length >= searchedFrom && (
        <FormField label={words.t("writing.evidence.search")} value={typed} change={setTyped} />
      )}
      {groups.map((kind) => (
        <Group
          key={kind}
          kind={kind}
          rows={found.filter((each) => each.kind === kind)}
          into={into}
          insert={insert}
        />
      ))}
    </section>
  );
}

interface GroupProps extends Omit<EvidencePanelProps, "evidence"> {
  readonly kind: string;
  readonly rows: readonly EvidenceBeside[];
}

function Group({ kind, rows, into, insert }: GroupProps) {
  const { words } = useDesk();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{words.t(`kind.${kind}`)}</h3>
      <ul className="plain">
        {rows.slice(0, shownAtMost).map(({ record, label }) => (
          <li key={record}>
            <a href={addressOf(kind, record)}>
              <bdi>{label}</bdi>
            </a>
            <Action
              quiet
              isDisabled={into === null}
              label={words.t("writing.evidence.put-of", { what: label })}
              onPress={() => insert(record)}
            >
              {words.t("writing.evidence.put")}
            </Action>
          </li>
        ))}
      </ul>
      {rows.length > shownAtMost && (
        <p className="note">{words.t("desk.list.shown", { shown: shownAtMost, count: rows.length })}</p>
      )}
    </>
  );
}
