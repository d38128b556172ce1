// What somebody allowed: those in force first, each with both answers and until when; and what a child says of it.
import type { ConsentRow, SomebodyPage } from "@tocsin/workspace";
import { useDesk } from "../../../desk.tsx";
import { Go } from "../../../parts/action.tsx";
import { addressOf } from "../../../router.ts";
import { codeLabel } from "../../../words/labels.ts";
import { Answers, Standing } from "../consent-part.tsx";
import type { SpecialProps } from "../special-props.ts";

interface ConsentsProps extends SpecialProps {
  readonly found: SomebodyPage;
}

export function Consents({ page, found: { consents, labels } }: ConsentsProps) {
  const { words } = useDesk();
  const inForce = consents.filter(({ standing }) => standing === "in-force");
  const others = consents.filter(({ standing }) => standing !== "in-force");
  return (
    <section aria-labelledby="consents-title">
      <h2 id="consents-title">{words.t("special.consents")}</h2>
      {inForce.length === 0 && <p className="waits">{words.t("special.consents.none")}</p>}
      {inForce.map((consent) => (
        <Consent key={consent.record} consent={consent} labels={labels} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{words.t("special.consents.others", { count: others.length })}</summary>
          {others.map((consent) => (
            <Consent key={consent.record} consent={consent} labels={labels} />
          ))}
        </details>
      )}
      <p className="actions no-print">
        <Go to={["new", "consent", page.kind, page.id]}>{words.t("special.consents.add")}</Go>
      </p>
    </section>
  );
}

interface ConsentProps {
  readonly consent: ConsentRow;
  readonly labels: SomebodyPage["labels"];
}

function Consent({ consent, labels }: ConsentProps) {
  const { words } = useDesk();
  const { record, label, uses, case: ofCase, childView, guardian } = consent;
  return (
    <div className="card">
      <h3>
        <a href={addressOf("consent", record)}>
          <bdi>{label === "" ? words.t("kind.consent.one") : label}</bdi>
        </a>
      </h3>
      <Standing consent={consent} />
      <Answers consent={consent} />
      <p className="note">
        {uses.map((code) => codeLabel(words, "consentUses", code)).join(" · ")}
        {uses.length > 0 && " · "}
        {ofCase === null
          ? words.t("special.consent.every-case")
          : words.t("special.consent.one-case", { case: labels[ofCase]?.label ?? "" })}
      </p>
      {childView !== null && (
        <p>
          {words.t("consent.childView")}: <bdi>{childView}</bdi>
        </p>
      )}
      {guardian !== null && (
        <p>
          {words.t("consent.guardian")}: {codeLabel(words, "guardianConsent", guardian)}
        </p>
      )}
    </div>
  );
}
