import type { Submitted } from "../parts/submitted.ts";
import { useDesk, useWords } from "../desk.tsx";
import { ChooseKnown } from "../fields/link-editor.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Account } from "./account.ts";
import { Chosen } from "./chosen.tsx";

interface ToWhomProps {
  readonly account: Account;
  readonly change: (account: Account) => void;
  readonly back: () => void;
  readonly go: () => void;
  readonly isBusy: boolean;
}

/** Who it happened to, and the case it belongs to. Names stay in the vault. */
export function ToWhom({ account, change, back, go, isBusy }: ToWhomProps) {
  const { words, definitions } = useDesk();
  const submit = (event: Submitted): void => {
    event.preventDefault();
    go();
  };
  return (
    <form className="fields" onSubmit={submit} autoComplete="off">
      <Whom account={account} change={change} />
      <SelectField
        label={words.t("person.role")}
        value={account.role}
        choices={choicesOf(words, definitions, "roles")}
        choose={(role) => change({ ...account, role })}
        canBeEmpty={false}
      />
      <p>
        {account.case === null ? (
          words.t("desk.happened.new-case")
        ) : (
          <Chosen
            label={words.t("incident.case")}
            name={account.case.label}
            remove={() => change({ ...account, case: null })}
          />
        )}
      </p>
      <ChooseKnown
        label={words.t("desk.happened.case")}
        kind="case"
        choose={({ id, label }) => change({ ...account, case: { id, label } })}
      />
      <p className="actions">
        <Action onPress={back}>{words.t("action.back")}</Action>
        <Action primary isSubmit isDisabled={isBusy}>
          {words.t("desk.happened.write")}
        </Action>
      </p>
    </form>
  );
}

/** Somebody who is there already, or a new person by name. */
function Whom({ account, change }: Pick<ToWhomProps, "account" | "change">) {
  const words = useWords();
  const { person } = account;
  if (person !== null)
    return (
      <p>
        <Chosen
          label={words.t("involvement.person")}
          name={person.label}
          remove={() => change({ ...account, person: null })}
        />
      </p>
    );
  return (
    <>
      <FormField
        label={words.t("person.name")}
        help={words.t("desk.happened.name.help")}
        value={account.name}
        change={(name) => change({ ...account, name })}
      />
      <FormField
        label={words.t("person.pseudonym")}
        value={account.pseudonym}
        change={(pseudonym) => change({ ...account, pseudonym })}
      />
      <ChooseKnown
        label={words.t("desk.happened.person")}
        kind="person"
        choose={({ id, label }) => change({ ...account, person: { id, label } })}
      />
    </>
  );
}
