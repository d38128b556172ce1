// One negotiated text: its drafts in their order, and the ledger of language with every ask by every draft.
import type { Ledger, LedgerDraft, Motions, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { Facts } from "../records/special/facts.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import { EarlierLanguagePart } from "./earlier-language.tsx";
import { HintWordsPart } from "./hint-words.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import { AmendmentsPart, SponsorsPart } from "./motions.tsx";
import { PositionsPart } from "./positions.tsx";

export function NegotiationScreen({ id }: { readonly id: string }) {
  const page = useQuery<RecordPage>("record.show", { record: id });
  const ledger = useQuery<Ledger>("negotiation.ledger", { negotiation: id });
  if (page.value === null || ledger.value === null) return <Waiting error={page.error ?? ledger.error} />;
  return <Room page={page.value} ledger={ledger.value} />;
}

function Room({ page, ledger }: { readonly page: RecordPage; readonly ledger: Ledger }) {
  const { words, pullThread } = useDesk();
  const { drafts } = ledger;
  return (
    <article className="page wide texts">
      <Crumbs trail={[{ label: words.t("kind.negotiation"), to: ["list", "negotiation"] }]} />
      <h1>
        <bdi>{page.label}</bdi>
      </h1>
      <p className="note">{words.t("texts.room.note")}</p>
      <Facts page={page} fields={["body", "session", "status", "begun"]} />
      <p className="actions no-print">
        <Go primary to={["negotiation", page.id, "capture"]}>
          {words.t("texts.capture")}
        </Go>
        <Go to={["new", "ask", "negotiation", page.id]}>{words.t("texts.ask.new")}</Go>
        <Go to={["negotiation", page.id, "edit"]}>{words.t("assess.fields")}</Go>
        <Action onPress={() => pullThread(page.id)}>{words.t("desk.thread")}</Action>
      </p>
      <section aria-labelledby="drafts-title">
        <h2 id="drafts-title">{words.t("kind.draft")}</h2>
        {drafts.length === 0 ? (
          <p className="empty">{words.t("kind.draft.empty")}</p>
        ) : (
          <ol className="plain card drafts">
            {drafts.map((draft, at) => (
              <DraftLine key={draft.record} draft={draft} before={drafts[at - 1]} />
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="ledger-title">
        <h2 id="ledger-title">{words.t("kind.ledgerEntry")}</h2>
        <LedgerTable ledger={ledger} />
      </section>
      <InTheRoom page={page} />
    </article>
  );
}

function InTheRoom({ page }: { readonly page: RecordPage }) {
  const { value, error } = useQuery<Motions>("negotiation.motions", { negotiation: page.id });
  if (value === null) return <Waiting error={error} />;
  return (
    <>
      <AmendmentsPart page={page} motions={value} />
      <SponsorsPart page={page} motions={value} />
      <PositionsPart negotiation={page.id} />
      <EarlierLanguagePart negotiation={page.id} />
      <HintWordsPart />
    </>
  );
}

interface DraftLineProps {
  readonly draft: LedgerDraft;
  readonly before: LedgerDraft | undefined;
}

function DraftLine({ draft, before }: DraftLineProps) {
  const { words } = useDesk();
  const { record, title, stage, dated, sharing, paragraphs, agreed, bracketed } = draft;
  return (
    <li>
      <div>
        <a href={addressOf("draft", record)}>
          <bdi>{title}</bdi>
        </a>
        <p className="note">
          {[
            stage === null ? null : codeLabel(words, "draftStages", stage),
            dated === null ? null : dateWords(words, dated),
            words.t("texts.draft.counts", { paragraphs, agreed, bracketed }),
          ]
            .filter((each) => each !== null)
            .join(" · ")}
        </p>
        <span className={sharing === "open" ? "tag" : "tag flag"}>
          {codeLabel(words, "draftSharing", sharing)}
        </span>
      </div>
      {before !== undefined && (
        <span className="actions no-print">
          <a href={addressOf("draft", record, "compare", before.record)}>
            {words.t("texts.compare.with", { draft: before.title })}
          </a>
        </span>
      )}
    </li>
  );
}
