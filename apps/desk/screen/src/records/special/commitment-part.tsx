// What is held against a commitment: the incidents and measures that engage it, counted from the tables.
import { useDesk } from "../../desk.tsx";
import { Go } from "../../parts/action.tsx";
import { LinkedRows } from "./linked-rows.tsx";
import type { SpecialProps } from "./special-props.ts";

const engaging = ["incident", "measure", "proceeding"];

export function CommitmentPart({ page }: SpecialProps) {
  const { words } = useDesk();
  const groups = page.linked.filter(({ kind, field }) => field === "commitments" && engaging.includes(kind));
  return (
    <section className="special" aria-label={words.t("special.commitment")}>
      {groups.length === 0 && <p className="note">{words.t("special.commitment.nothing")}</p>}
      {groups.map((group) => (
        <LinkedRows key={group.kind} group={group} level={2} className="card plain" />
      ))}
      <p className="actions no-print">
        <Go to={["matrix", "commitment", page.id]}>{words.t("desk.matrix.of-commitment")}</Go>
        <Go to={["commitments"]}>{words.t("desk.held.title")}</Go>
        <Go to={["resolution"]}>{words.t("desk.held.resolution")}</Go>
      </p>
    </section>
  );
}
