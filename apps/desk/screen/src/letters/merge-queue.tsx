// Signatures that may be of one signer, line by line, with the reason: a person says whether they are, and which one stands.
import { useState } from "react";
import type { DecisionLine, LetterPage, QueueLine, SignatureLine } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { momentWords } from "../words/date-words.ts";
import { firstName, rungWords } from "./signer-words.ts";
import { LetterPageOf } from "./letter-page-of.tsx";

/** Of a signer that signed many times over, so many are shown; all of them are decided about together. */
const mostShown = 12;

export function MergeQueue({ id }: { readonly id: string }) {
  const { words } = useDesk();
  return (
    <LetterPageOf id={id} title={words.t("letters.desk.queue")} note={words.t("letters.desk.queue.note")}>
      {(page) => <Queue page={page} />}
    </LetterPageOf>
  );
}

function Queue({ page }: { readonly page: LetterPage }) {
  const { words, session } = useDesk();
  const [by, setBy] = useState(session.settings.me);
  const byId = new Map(page.signatures.map((each): [string, SignatureLine] => [each.record, each]));
  return (
    <>
      {page.queue.length === 0 ? (
        <p className="empty">{words.t("letters.desk.queue.empty")}</p>
      ) : (
        <>
          <FormField label={words.t("signerDecision.by")} value={by} change={setBy} required />
          {page.queue.map((line) => (
            <Line key={line.signatures[0]} page={page} line={line} by={by} byId={byId} />
          ))}
        </>
      )}
      <Decisions page={page} byId={byId} />
    </>
  );
}

interface LineProps {
  readonly page: LetterPage;
  readonly line: QueueLine;
  readonly by: string;
  readonly byId: ReadonlyMap<string, SignatureLine>;
}

function Line({ page, line: { signatures, reasons }, by, byId }: LineProps) {
  const { words, api, announceUndo, changed } = useDesk();
  const { run, isBusy } = useAction();
  const [first = ""] = signatures;
  const [keeps, setKeeps] = useState<string>(first);
  const known = signatures.flatMap((id) => byId.get(id) ?? []);
  const shown = known.slice(0, mostShown);
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  const why = list.format(reasons.map((reason) => words.t(`letters.desk.reason.${reason}`)));
  const name = known[0] === undefined ? "" : firstName(words, known[0]);
  const decide = async (command: string, more: object): Promise<void> => {
    const said = { text: by.trim(), lang: words.locale };
    const { records } = await api.run(command, { signatures, by: said, ...more });
    announceUndo(words.t("letters.desk.queue.decided"), () =>
      api.run("signature.undecide", { decision: records[0] }),
    );
    changed();
  };
  const isReady = by.trim() !== "" && !isBusy;
  return (
    <section
      className="card"
      aria-label={words.t("letters.desk.queue.line", { name, count: signatures.length })}
    >
      <h2>{words.t("letters.desk.queue.line", { name, count: signatures.length })}</h2>
      <p className="note">{words.t("letters.desk.queue.why", { why })}</p>
      <fieldset className="checks">
        <legend>{words.t("signerDecision.keeps")}</legend>
        {shown.map((signature) => (
          <Choice
            key={signature.record}
            page={page}
            signature={signature}
            group={`keeps-${first}`}
            isChosen={signature.record === keeps}
            choose={setKeeps}
          />
        ))}
      </fieldset>
      {known.length > shown.length && (
        <p className="note">{words.t("letters.desk.queue.more", { count: known.length - shown.length })}</p>
      )}
      <p className="actions">
        <Action primary isDisabled={!isReady} onPress={() => run(() => decide("signature.merge", { keeps }))}>
          {words.t("signerDecisions.same.label")}
        </Action>
        <Action isDisabled={!isReady} onPress={() => run(() => decide("signature.keep-apart", {}))}>
          {words.t("signerDecisions.apart.label")}
        </Action>
      </p>
    </section>
  );
}

interface ChoiceProps {
  readonly page: LetterPage;
  readonly signature: SignatureLine;
  readonly group: string;
  readonly isChosen: boolean;
  readonly choose: (record: string) => void;
}

function Choice({ page, signature, group, isChosen, choose }: ChoiceProps) {
  const { words } = useDesk();
  const { record, names, country, domain, aliases, came, arrived, verified } = signature;
  const said = [
    ...names.slice(1).map(({ text }) => text),
    ...aliases,
    country === null ? null : codeLabel(words, "countries", country),
    domain,
    came === null ? null : codeLabel(words, "signatureWays", came),
    arrived === null ? null : momentWords(words, arrived),
    rungWords(words, verified),
  ].filter((each) => each !== null);
  return (
    <span className="choice-line">
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- its words are nested */}
      <label className="check">
        <input type="radio" name={group} checked={isChosen} onChange={() => choose(record)} />
        <span>
          <bdi lang={names[0]?.lang}>{firstName(words, signature)}</bdi> <small>{said.join(" · ")}</small>
        </span>
      </label>
      <a
        href={addressOf("letter", page.letter, "signer", record)}
        aria-label={words.t("letters.desk.look-at", { name: firstName(words, signature) })}
      >
        {words.t("letters.desk.look")}
      </a>
    </span>
  );
}

/** What was said so far, which can be taken back until the list is frozen. */
function Decisions({ page, byId }: Pick<LineProps, "page" | "byId">) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  if (page.decisions.length === 0) return null;
  const undo = async (decision: string): Promise<void> => {
    await api.run("signature.undecide", { decision });
    announce(words.t("desk.saved"));
    changed();
  };
  const nameOf = ({ signatures, keeps }: DecisionLine): string => {
    const one = byId.get(keeps ?? signatures[0] ?? "");
    return one === undefined ? "—" : firstName(words, one);
  };
  return (
    <section aria-labelledby="decided-title">
      <h2 id="decided-title">{words.t("kind.signerDecision")}</h2>
      <ul className="plain card">
        {page.decisions.map((decision) => (
          <li key={decision.record}>
            <div>
              <bdi>{nameOf(decision)}</bdi>
              <p className="note">
                {[
                  codeLabel(words, "signerDecisions", decision.how),
                  words.t("letters.desk.queue.count", { count: decision.signatures.length }),
                  decision.by?.text,
                  decision.when === "" ? undefined : momentWords(words, decision.when),
                ]
                  .filter((each) => each !== undefined)
                  .join(" · ")}
              </p>
            </div>
            {page.frozen === null && (
              <Action
                isDisabled={isBusy}
                label={words.t("letters.desk.act-on", {
                  act: words.t("letters.desk.take-back"),
                  name: nameOf(decision),
                })}
                onPress={() => run(() => undo(decision.record))}
              >
                {words.t("letters.desk.take-back")}
              </Action>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
