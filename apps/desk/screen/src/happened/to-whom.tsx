import type { Submitted } from "../parts/submitted.ts";
import { useDesk } from "../desk.tsx";
import { RecordChooser } from "../fields/link-editor.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Account } from "./account.ts";

interface ToWhomProps {
  readonly account: Account;
  readonly change: (account: Account) => void;
  readonly back: () => void;
  readonly go: () => void;
  readonly isBusy: boolean;
}

/** Who it happened to, and the case it belongs to. Names stay in the vault. */
export function ToWhom({ account, change, back, go, isBusy }: ToWhomProps) {
  const { words } = useDesk();
  const submit = (event: Submitted): void => {
    event.preventDefault();
    go();
  };
  return (
    <form className="fields" onSubmit={submit} autoComplete="off">
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
      <p>
        {account.case === null ? (
          words.t("desk.happened.new-case")
        ) : (
          <>
            {words.t("incident.case")}: <strong>{account.case.label}</strong>{" "}
            <Action quiet onPress={() => change({ ...account, case: null })}>
              {words.t("action.remove")}
            </Action>
          </>
        )}
      </p>
      <RecordChooser
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
