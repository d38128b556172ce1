// One place of the ledger: what was read there and from whom it is known, what the words hint at, and a form for what a
// person reads now. An earlier reading stays in the record.
import { useEffect, useRef } from "react";
import type { LedgerAsk, LedgerCell, LedgerDraft } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { QuickForm } from "../records/special/quick-form.tsx";
import { someFields } from "../records/special/some-fields.ts";
import { today } from "../records/special/today.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import { Hints } from "./row-marks.tsx";

interface LedgerEntryProps {
  readonly ask: LedgerAsk;
  readonly draft: LedgerDraft;
  readonly cell: LedgerCell;
  readonly close: () => void;
}

export function LedgerEntryPanel({ ask, draft, cell, close }: LedgerEntryProps) {
  const { words } = useDesk();
  const title = words.t("texts.ledger.of", { ask: ask.title, draft: draft.title });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    // Escape is heard from everything inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="card ledger-entry"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <Read cell={cell} />
      <Alike cell={cell} />
      <NewReading ask={ask} draft={draft} cell={cell} />
      <p className="actions">
        <Go to={["draft", draft.record]}>{words.t("texts.ledger.open-draft")}</Go>
        <Action onPress={close}>{words.t("action.close")}</Action>
      </p>
    </section>
  );
}

function Read({ cell: { entry, readings } }: { readonly cell: LedgerCell }) {
  const { words } = useDesk();
  if (entry === null) return <p className="note">{words.t("texts.ledger.unread")}</p>;
  const facts = (
    [
      ["ledgerEntry.standing", codeLabel(words, "askStandings", entry.standing)],
      ["ledgerEntry.paragraphs", entry.paragraphs.map(({ label }) => label ?? "–").join(", ")],
      ["ledgerEntry.when", entry.when === null ? "" : dateWords(words, entry.when)],
      ["ledgerEntry.likelyBy", entry.likelyBy ?? ""],
      ["ledgerEntry.source", entry.source ?? ""],
      [
        "ledgerEntry.confidence",
        entry.confidence === null ? "" : codeLabel(words, "confidence", entry.confidence),
      ],
      ["ledgerEntry.reasons", entry.reasons ?? ""],
    ] as const
  ).filter(([, said]) => said !== "");
  return (
    <>
      <dl className="face">
        {facts.map(([label, said]) => (
          <div key={label}>
            <dt>{words.t(label)}</dt>
            <dd dir="auto">{said}</dd>
          </div>
        ))}
      </dl>
      <p className="note">{words.t("texts.ledger.readings", { count: readings })}</p>
      <p className="actions">
        <Go quiet to={["ledgerEntry", entry.record]}>
          {words.t("texts.ledger.open-entry")}
        </Go>
      </p>
    </>
  );
}

function Alike({ cell: { alike } }: { readonly cell: LedgerCell }) {
  const { words } = useDesk();
  if (alike === null) return <p className="note">{words.t("texts.ledger.nothing-alike")}</p>;
  return (
    <div className="hint-box">
      <p>
        {words.t("texts.ledger.alike-hint", {
          label: alike.label ?? "–",
          score: Math.round(alike.score * 100),
        })}
      </p>
      <Hints hints={alike.hints} />
      <p className="note">{words.t("texts.hints.note")}</p>
    </div>
  );
}

const asked = ["standing", "when", "likelyBy", "source", "confidence", "reasons", "paragraphs"];

function NewReading({ ask, draft, cell: { alike } }: Omit<LedgerEntryProps, "close">) {
  const desk = useDesk();
  const { words, api } = desk;
  const fields = someFields(desk, "ledgerEntry", { names: asked, required: ["standing"] });
  const labels =
    alike === null
      ? {}
      : { [alike.record]: { kind: "draftParagraph", label: alike.label ?? "–", labelLang: "und" } };
  return (
    <QuickForm
      page={{ kind: "ask", id: ask.record, labels: labels }}
      name={`reading-${draft.record}`}
      title={words.t("texts.ledger.read")}
      note={words.t("texts.ledger.read.note")}
      fields={fields}
      starting={{ when: today(), ...(alike === null ? {} : { paragraphs: [alike.record] }) }}
      submit={words.t("action.add")}
      send={(values) =>
        api.run("record.create", {
          kind: "ledgerEntry",
          values: { ...values, ask: ask.record, draft: draft.record },
        })
      }
      undo={async ({ records: [record] }) => {
        if (record !== undefined) await api.run("record.undo", { record });
      }}
    />
  );
}
