// The sheet at the end: what was written down, first steps, what consent is missing, what it is held against.
import type { CasePage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { HeldAgainst, People } from "../case/case-side.tsx";
import { useDesk } from "../desk.tsx";
import { Go, PrintAction } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import { placeWords } from "../words/place-words.ts";
import type { Account, Written } from "./account.ts";
import { FirstSteps } from "./first-steps.tsx";

interface AccountSheetProps {
  readonly account: Account;
  readonly written: Written;
}

/** What goes on before a court or an authority, where days are counted. */
function isLegal(act: string): boolean {
  return act === "legal" || act.startsWith("legal.");
}

export function AccountSheet({ account, written }: AccountSheetProps) {
  const { words } = useDesk();
  const asked = useQuery<CasePage>("case.page", { case: written.caseId });
  const page = asked.value;
  return (
    <div className="sheet">
      <h2>
        <bdi>{account.title}</bdi>
      </h2>
      <dl className="face card">
        <dt>{words.t("incident.acts")}</dt>
        <dd>
          {account.acts.map((code) => codeLabel(words, "acts", code)).join(" · ") || words.t("state.unknown")}
        </dd>
        <dt>{words.t("incident.when")}</dt>
        <dd>{dateWords(words, account.when)}</dd>
        <dt>{words.t("incident.where")}</dt>
        <dd>
          {Object.keys(account.place).length === 0
            ? words.t("place.unknown")
            : placeWords(words, account.place)}
        </dd>
        <dt>{words.t("incident.defence")}</dt>
        <dd>
          {account.defence === ""
            ? words.t("state.unknown")
            : codeLabel(words, "defenceLinks", account.defence)}
        </dd>
        <dt>{words.t("incident.status")}</dt>
        <dd>{codeLabel(words, "verification", "reported")}</dd>
      </dl>
      <FirstSteps acts={account.acts} />
      {page === null ? (
        <Waiting error={asked.error} />
      ) : (
        <>
          <h2>{words.t("desk.happened.consents")}</h2>
          <p>{words.t("desk.happened.consents.note")}</p>
          <People people={page.people} others={page.others} />
          <HeldAgainst commitments={page.commitments} />
        </>
      )}
      <p className="actions no-print">
        <PrintAction>{words.t("action.print")}</PrintAction>
        <Go to={["new", "involvement", "incident", written.incident]}>{words.t("desk.happened.another")}</Go>
        {account.acts.some(isLegal) && (
          <Go to={["new", "proceeding", "incidents", written.incident]}>
            {words.t("desk.happened.proceeding")}
          </Go>
        )}
        <Go to={["add", written.caseId]}>{words.t("desk.evidence.add")}</Go>
        <Go to={["case", written.caseId]}>{words.t("desk.happened.to-case")}</Go>
        <Go to={["incident", written.incident]}>{words.t("desk.happened.to-incident")}</Go>
      </p>
    </div>
  );
}
