// One signature: what the signer says of itself, how far it was checked and by what, and its withdrawal until the freeze.
import type { FormField } from "@tocsin/records";
import type { LetterPage, SignatureLine } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { QuickForm } from "../records/special/quick-form.tsx";
import { codeLabel } from "../words/labels.ts";
import { momentWords } from "../words/date-words.ts";
import { letterFields } from "./form-fields.ts";
import { LetterPageOf } from "./letter-page-of.tsx";
import { firstName, rungWords, standingWords } from "./signer-words.ts";

interface SignerScreenProps {
  readonly letter: string;
  readonly signature: string;
}

export function SignerScreen({ letter, signature }: SignerScreenProps) {
  const { words } = useDesk();
  return (
    <LetterPageOf
      id={letter}
      title={words.t("kind.signature.one")}
      note={words.t("letters.desk.signer.note")}
    >
      {(page) => {
        const line = page.signatures.find(({ record }) => record === signature);
        return line === undefined ? (
          <p className="empty">{words.t("letters.desk.signer.none")}</p>
        ) : (
          <Signer page={page} signature={line} />
        );
      }}
    </LetterPageOf>
  );
}

interface SignerProps {
  readonly page: LetterPage;
  readonly signature: SignatureLine;
}

function Signer({ page, signature }: SignerProps) {
  const { words } = useDesk();
  const { names, country, domain, aliases, visibility, standing, came, arrived, record } = signature;
  const facts: readonly (readonly [string, string | null])[] = [
    ["letters.desk.standing", standingWords(words, standing)],
    ["signature.visibility", codeLabel(words, "signatureVisibility", visibility)],
    [
      "signature.names",
      names.length < 2
        ? null
        : names
            .slice(1)
            .map(({ text }) => text)
            .join(" · "),
    ],
    ["signature.country", country === null ? null : codeLabel(words, "countries", country)],
    ["signature.domain", domain],
    ["signature.aliases", aliases.length === 0 ? null : aliases.join(" · ")],
    ["signature.came", came === null ? null : codeLabel(words, "signatureWays", came)],
    ["signature.arrived", arrived === null ? null : momentWords(words, arrived)],
  ];
  return (
    <>
      <h2>
        <bdi lang={names[0]?.lang}>{firstName(words, signature)}</bdi>
      </h2>
      <dl className="face">
        {facts.map(([key, value]) =>
          value === null ? null : (
            <div key={key}>
              <dt>{words.t(key)}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="actions no-print">
        <Go to={["signature", record]}>{words.t("assess.fields")}</Go>
      </p>
      <Ladder page={page} signature={signature} />
      {page.frozen === null && <Acts page={page} signature={signature} />}
    </>
  );
}

const rungs = ["email", "domain", "vouched", "register", "key"] as const;

/** Every rung with what was seen that shows it; the highest that holds is the one that the list gives. */
function Ladder({ page, signature: { checks, verified } }: SignerProps) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const takeBack = async (check: string): Promise<void> => {
    await api.run("signature.unverify", { check });
    announce(words.t("desk.saved"));
    changed();
  };
  return (
    <section className="card" aria-labelledby="ladder-title">
      <h2 id="ladder-title">{words.t("letters.desk.ladder")}</h2>
      <p>{words.t("letters.desk.ladder.reached", { rung: rungWords(words, verified) })}</p>
      <ol className="plain">
        {rungs.map((rung) => {
          const own = checks.filter((check) => check.rung === rung && !check.takenBack);
          return (
            <li key={rung}>
              <div>
                <strong>{rungWords(words, rung)}</strong>
                {own.length === 0 && <p className="note">{words.t("letters.desk.ladder.nothing")}</p>}
                {own.map(({ record, by, when, seen }) => (
                  <div key={record}>
                    <p dir="auto">{seen}</p>
                    <p className="note">
                      <bdi>{by}</bdi> · {when === "" ? "" : momentWords(words, when)}
                    </p>
                    {page.frozen === null && (
                      <Action
                        quiet
                        isDisabled={isBusy}
                        label={words.t("letters.desk.act-on", {
                          act: words.t("letters.desk.take-back"),
                          name: rungWords(words, rung),
                        })}
                        onPress={() => run(() => takeBack(record))}
                      >
                        {words.t("letters.desk.take-back")}
                      </Action>
                    )}
                  </div>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Acts({ page, signature: { record, visibility, country, domain, standing } }: SignerProps) {
  const { words, api, definitions, session } = useDesk();
  const on = { kind: "letter", id: page.letter, labels: {} };
  const fieldsOf = (command: string, kind: string, names: readonly string[]): readonly FormField[] =>
    names.flatMap((name) =>
      letterFields(definitions, { command, kind, labels: { why: "signature.withdrawnWhy" } }).filter(
        (field) => field.name === name,
      ),
    );
  const self = {
    visibility,
    ...(country === null ? {} : { country }),
    ...(domain === null ? {} : { domain }),
  };
  const me = session.settings.me.trim();
  return (
    <>
      <QuickForm
        page={on}
        name={`verify-${record}`}
        title={words.t("letters.desk.verify")}
        note={words.t("letters.desk.verify.note")}
        fields={fieldsOf("signature.verify", "signatureCheck", ["rung", "seen", "by"])}
        starting={me === "" ? {} : { by: { text: me, lang: words.locale } }}
        submit={words.t("action.add")}
        send={(values) => api.run("signature.verify", { ...values, signature: record })}
      />
      <QuickForm
        page={on}
        name={`change-${record}`}
        title={words.t("letters.desk.correct")}
        fields={fieldsOf("signature.change", "signature", ["visibility", "country", "domain"])}
        starting={self}
        submit={words.t("action.save")}
        send={(values) => api.run("signature.change", { ...values, signature: record })}
      />
      {standing !== "withdrawn" && (
        <QuickForm
          page={on}
          name={`withdraw-${record}`}
          title={words.t("letters.desk.withdraw")}
          note={words.t("letters.desk.withdraw.note")}
          fields={fieldsOf("signature.withdraw", "signature", ["why"])}
          submit={words.t("letters.desk.withdraw")}
          send={(values) => api.run("signature.withdraw", { ...values, signature: record })}
          undo={() => api.run("record.undo", { record })}
        />
      )}
    </>
  );
}
