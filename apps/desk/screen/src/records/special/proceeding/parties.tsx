// Who takes part in a proceeding, and whether the name may leave.
import type { ProceedingPage } from "@tocsin/workspace";
import { useDesk } from "../../../desk.tsx";
import { Go } from "../../../parts/action.tsx";
import { addressOf } from "../../../router.ts";
import { codeLabel } from "../../../words/labels.ts";

type Party = ProceedingPage["parties"][number];

interface PartiesProps {
  readonly id: string;
  readonly found: ProceedingPage;
}

export function Parties({ id, found: { parties, partiesTotal } }: PartiesProps) {
  const { words } = useDesk();
  return (
    <div>
      <h2>{words.t("desk.case.who")}</h2>
      <ul className="card plain">
        {parties.length === 0 && <li className="note">{words.t("desk.who.none")}</li>}
        {parties.map((party) => (
          <PartyRow key={party.record} party={party} />
        ))}
      </ul>
      {parties.length < partiesTotal && (
        <p className="note">{words.t("desk.list.shown", { shown: parties.length, count: partiesTotal })}</p>
      )}
      <p className="actions no-print">
        <Go to={["new", "involvement", "proceeding", id]}>{words.t("desk.who.add")}</Go>
      </p>
    </div>
  );
}

function PartyRow({ party: { record, role, who, groupSize, named } }: { readonly party: Party }) {
  const { words } = useDesk();
  const part = role === null ? words.t("kind.involvement.one") : codeLabel(words, "roles", role);
  return (
    <li>
      <span>
        {who === null ? (
          words.t("special.parties.group", { count: groupSize ?? 0 })
        ) : (
          <a href={addressOf(who.kind, who.record)}>
            <bdi>{who.label}</bdi>
          </a>
        )}{" "}
        <small>
          · <a href={addressOf("involvement", record)}>{part}</a>
        </small>
      </span>
      {named !== null && (
        <small className={named.allowed ? "" : "waits"}>
          {named.allowed ? words.t("desk.case.name-allowed") : words.t(`consent.reason.${named.reason}`)}
        </small>
      )}
    </li>
  );
}
