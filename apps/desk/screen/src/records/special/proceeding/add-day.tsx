// A hearing or a deadline of a proceeding, added on its page in one act; the zone of the last one is offered.
import type { Acknowledged } from "../../../api/contract/work.ts";
import { useDesk } from "../../../desk.tsx";
import { Go } from "../../../parts/action.tsx";
import { QuickForm, type Values } from "../quick-form.tsx";
import { someFields } from "../some-fields.ts";
import type { SpecialProps } from "../special-props.ts";
import type { CourtDay } from "./day-acts.tsx";

interface AddDayProps extends SpecialProps {
  readonly days: readonly CourtDay[];
}

const forms = [
  { kind: "hearing", names: ["title", "when", "zone", "where"], required: ["title", "when"] },
  {
    kind: "deadline",
    names: ["title", "due", "zone", "rule", "ruleSource"],
    required: ["title", "due", "zone"],
  },
] as const;

export function AddDay({ page, days }: AddDayProps) {
  const desk = useDesk();
  const { words, api } = desk;
  const zone = days.findLast((day) => day.zone !== null)?.zone;
  const { case: ofCase } = page.values;
  const add = (kind: string, values: Values): Promise<Acknowledged> =>
    api.run("record.create", {
      kind,
      values: { ...values, proceeding: page.id, ...(ofCase === undefined ? {} : { case: ofCase }) },
    });
  return (
    <div className="quick-forms no-print">
      {forms.map(({ kind, ...fields }) => (
        <QuickForm
          key={kind}
          page={page}
          name={kind}
          title={words.t("desk.record.new", { kind: words.t(`kind.${kind}.one`) })}
          note={words.t(`special.add.${kind}`)}
          fields={someFields(desk, kind, fields)}
          starting={typeof zone === "string" ? { zone } : {}}
          submit={words.t("action.add")}
          send={(values) => add(kind, values)}
        />
      ))}
      <p className="actions">
        <Go to={["do", "deadline.count", "proceeding", page.id]}>{words.t("command.deadline.count")}</Go>
      </p>
    </div>
  );
}
