// The ledger of language: a row for each ask, a column for each draft. What a person read stands in words; where nobody has
// read yet, the most alike paragraph is offered as a hint.
import { Fragment, useState } from "react";
import type { Ledger, LedgerAsk, LedgerCell, LedgerDraft } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { LedgerEntryPanel } from "./ledger-entry.tsx";

interface Chosen {
  readonly ask: string;
  readonly draft: string;
}

/** A mark beside the word, for whoever looks over the table: shape, and no colour alone. */
const marks: Readonly<Record<string, string>> = {
  absent: "–",
  in: "●",
  stronger: "▲",
  weaker: "▼",
  lost: "✕",
};

export function LedgerTable({ ledger }: { readonly ledger: Ledger }) {
  const { words } = useDesk();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (ledger.asks.length === 0) return <p className="empty">{words.t("kind.ask.empty")}</p>;
  const columns = ledger.drafts.length + 1;
  return (
    <>
      <p className="note">{words.t("texts.ledger.note")}</p>
      <div className="scroll-table">
        <table className="records ledger">
          <caption className="hidden">{words.t("kind.ledgerEntry")}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t("kind.ask.one")}</th>
              {ledger.drafts.map((draft) => (
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label
                <th key={draft.record} scope="col">
                  <a href={addressOf("draft", draft.record)}>
                    <bdi>{draft.title}</bdi>
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ledger.asks.map((ask) => (
              <Fragment key={ask.record}>
                <AskRow ask={ask} drafts={ledger.drafts} chosen={chosen} choose={setChosen} />
                {chosen?.ask === ask.record && (
                  <tr className="no-print">
                    <td colSpan={columns}>
                      <Panel key={chosen.draft} {...{ ledger, ask, chosen }} close={() => setChosen(null)} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface AskRowProps {
  readonly ask: LedgerAsk;
  readonly drafts: readonly LedgerDraft[];
  readonly chosen: Chosen | null;
  readonly choose: (chosen: Chosen | null) => void;
}

function AskRow({ ask, drafts, chosen, choose }: AskRowProps) {
  const { words } = useDesk();
  return (
    <tr>
      <th scope="row">
        <a href={addressOf("ask", ask.record)} lang={ask.language}>
          <bdi>{ask.title}</bdi>
        </a>
        {ask.closed && <small>{words.t("ask.closed")}</small>}
      </th>
      {ask.cells.map((cell, at) => {
        const draft = drafts[at];
        const isOpen = chosen?.ask === ask.record && chosen.draft === cell.draft;
        return (
          <td key={cell.draft} data-label={draft?.title}>
            <button
              type="button"
              className="cell"
              aria-expanded={isOpen}
              onClick={() => choose(isOpen ? null : { ask: ask.record, draft: cell.draft })}
            >
              <span className="hidden">
                {words.t("texts.ledger.cell", { ask: ask.title, draft: draft?.title ?? "" })}{" "}
              </span>
              <CellFace cell={cell} />
            </button>
          </td>
        );
      })}
    </tr>
  );
}

type Words = ReturnType<typeof useDesk>["words"];

function standingWords(words: Words, { entry }: LedgerCell): string {
  return entry === null ? words.t("texts.ledger.unread") : codeLabel(words, "askStandings", entry.standing);
}

function CellFace({ cell }: { readonly cell: LedgerCell }) {
  const { words } = useDesk();
  const { entry, alike } = cell;
  return (
    <>
      <span className={entry === null ? "standing unread" : "standing"}>
        {entry !== null && <span aria-hidden="true">{marks[entry.standing] ?? "?"} </span>}
        {standingWords(words, cell)}
      </span>
      {entry !== null && entry.paragraphs.length > 0 && (
        <small>
          <bdi>{entry.paragraphs.map(({ label }) => label ?? "–").join(", ")}</bdi>
        </small>
      )}
      {entry?.confidence != null && <small>{codeLabel(words, "confidence", entry.confidence)}</small>}
      {entry === null && alike !== null && (
        <small>{words.t("texts.ledger.alike", { label: alike.label ?? "–" })}</small>
      )}
    </>
  );
}

interface PanelProps {
  readonly ledger: Ledger;
  readonly ask: LedgerAsk;
  readonly chosen: Chosen;
  readonly close: () => void;
}

function Panel({ ledger, ask, chosen, close }: PanelProps) {
  const draft = ledger.drafts.find(({ record }) => record === chosen.draft);
  const cell = ask.cells.find((each) => each.draft === chosen.draft);
  if (draft === undefined || cell === undefined) return null;
  return <LedgerEntryPanel ask={ask} draft={draft} cell={cell} close={close} />;
}
