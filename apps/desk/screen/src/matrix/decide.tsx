// A person says that an incident engages the commitment, or that it does not, and why. It can be taken back as anything.
import { useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";

interface DecideProps {
  readonly record: string;
  readonly commitment: string;
  readonly label: string;
}

export function Decide({ record, commitment, label }: DecideProps) {
  const { words } = useDesk();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="quick no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.t("desk.matrix.decide")} <span className="hidden">{label}</span>
      </summary>
      {isOpen && <Deciding record={record} commitment={commitment} done={() => setOpen(false)} />}
    </details>
  );
}

interface DecidingProps extends Omit<DecideProps, "label"> {
  readonly done: () => void;
}

function Deciding({ record, commitment, done }: DecidingProps) {
  const { words, definitions, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const [decision, setDecision] = useState("refused");
  const [reason, setReason] = useState("");
  const send = async (): Promise<void> => {
    await api.run("engagement.decide", {
      record,
      commitment,
      decision,
      reason: { text: reason.trim(), lang: words.locale },
    });
    announce(words.t("state.done"));
    changed();
    done();
  };
  const onSubmit = (event: Submitted): void => {
    event.preventDefault();
    run(send);
  };
  return (
    <form className="fields" onSubmit={onSubmit} autoComplete="off">
      <SelectField
        label={words.t("engagement.decision")}
        value={decision}
        choices={choicesOf(words, definitions, "engagementDecisions")}
        choose={setDecision}
        canBeEmpty={false}
      />
      <FormField label={words.t("engagement.reason")} value={reason} change={setReason} required />
      <p className="actions">
        <Action primary isSubmit isDisabled={isBusy || reason.trim() === ""}>
          {words.t("command.engagement.decide")}
        </Action>
      </p>
    </form>
  );
}
