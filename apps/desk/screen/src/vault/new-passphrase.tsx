import { useDesk } from "../desk.tsx";
import { FormField } from "../parts/form-field.tsx";

/** Six words, counted roughly: length protects. */
const shortestPassphrase = 20;

export interface TypedTwice {
  readonly typed: string;
  readonly again: string;
}

export function isNewPassphrase({ typed, again }: TypedTwice): boolean {
  return typed.length >= shortestPassphrase && typed === again;
}

interface NewPassphraseProps {
  readonly value: TypedTwice;
  readonly change: (value: TypedTwice) => void;
  readonly label: string;
}

/** A passphrase that is made up now: typed twice, long enough. */
export function NewPassphrase({ value, change, label }: NewPassphraseProps) {
  const { words } = useDesk();
  const { typed, again } = value;
  const isShort = typed !== "" && typed.length < shortestPassphrase;
  return (
    <>
      <FormField
        label={label}
        help={words.t("desk.vault.passphrase.advice")}
        problem={isShort ? words.t("desk.vault.passphrase.short") : null}
        value={typed}
        change={(text) => change({ ...value, typed: text })}
        type="password"
        required
      />
      <FormField
        label={words.t("desk.vault.passphrase.again")}
        problem={again !== "" && again !== typed ? words.t("desk.vault.passphrase.differs") : null}
        value={again}
        change={(text) => change({ ...value, again: text })}
        type="password"
        required
      />
    </>
  );
}
