// What a person allowed: whether it is in force, and the two answers about names in words. What was not answered is no.
import type { ConsentRow } from "@tocsin/workspace";
import { useAction, useQuery } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { Action, Go } from "../../parts/action.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { dateWords } from "../../words/date-words.ts";
import { Facts } from "./facts.tsx";
import type { SpecialProps } from "./special-props.ts";

export function ConsentPart({ page }: SpecialProps) {
  const { words } = useDesk();
  const asked = useQuery<ConsentRow | null>("consent.page", { consent: page.id });
  const found = asked.value;
  if (found === null) return <Waiting error={asked.error} />;
  return (
    <section className="special" aria-label={words.t("special.consent")}>
      <Standing consent={found} />
      <Answers consent={found} />
      <div className="card">
        <Facts
          page={page}
          fields={["person", "organisation", "case", "uses", "given", "until", "how", "language"]}
        />
        {page.values["case"] === undefined && <p className="note">{words.t("special.consent.every-case")}</p>}
      </div>
      <Withdraw page={page} />
    </section>
  );
}

export function Standing({ consent: { standing, until } }: { readonly consent: ConsentRow }) {
  const { words } = useDesk();
  const isOn = standing === "in-force";
  return (
    <p className={isOn ? "verified" : "waits"}>
      {words.t(`special.consent.${standing}`)}
      {isOn && (
        <>
          {" · "}
          {until === null
            ? words.t("special.consent.no-end")
            : words.t("desk.home.consent.soon", { date: dateWords(words, until) })}
        </>
      )}
    </p>
  );
}

/** Each answer apart: naming to a government and naming in public are two questions. */
export function Answers({ consent }: { readonly consent: ConsentRow }) {
  const { words } = useDesk();
  return (
    <dl className="apart">
      {(["namesToGovernment", "namesPublished"] as const).map((name) => {
        const answer = consent[name];
        return (
          <div className="card" key={name}>
            <dt>{words.t(`consent.${name}`)}</dt>
            <dd>
              {answer === null ? (
                <span className="waits">{words.t("special.consent.unanswered")}</span>
              ) : (
                <strong>{words.t(answer ? "state.yes" : "state.no")}</strong>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** After it nothing leaves under it; what was written under it stays until a person erases it. */
function Withdraw({ page }: SpecialProps) {
  const { words, api, announceUndo, changed } = useDesk();
  const { run, isBusy } = useAction();
  const withdraw = async (): Promise<void> => {
    const { at } = await api.run("consent.withdraw", { consent: page.id });
    announceUndo(words.t("state.done"), () => api.run("record.undo", { record: page.id, at }));
    changed();
  };
  if (page.values["withdrawn"] === undefined)
    return (
      <p className="actions no-print">
        <Action isDisabled={isBusy} onPress={() => run(withdraw)}>
          {words.t("command.consent.withdraw")}
        </Action>
        <span className="note">{words.t("special.consent.withdraw.note")}</span>
      </p>
    );
  return (
    <div className="card">
      <p>{words.t("special.consent.erase")}</p>
      <p className="actions no-print">
        <Go primary to={["erase", "consent", page.id]}>
          {words.t("desk.erase.of.consent")}
        </Go>
      </p>
    </div>
  );
}
