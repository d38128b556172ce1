// Making, opening and unlocking a vault. Passphrases live in these forms alone and leave them only to the server.
import type { Submitted } from "../parts/submitted.ts";
import { useState } from "react";
import type { Session } from "../api/contract/session.ts";
import type { RecoverySheet } from "../api/contract/vault.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import { navigate } from "../router.ts";
import { isNewPassphrase, NewPassphrase } from "../vault/new-passphrase.tsx";
import { goToOpened } from "../vault/opened.ts";
import { RecoverySheetPage } from "../vault/recovery-sheet.tsx";

function useVaultForm(): { isBusy: boolean; take: (event: Submitted, ask: () => Promise<Session>) => void } {
  const { setSession } = useDesk();
  const { run, isBusy } = useAction();
  return {
    isBusy,
    take: (event, ask) => {
      event.preventDefault();
      run(async () => {
        const session = await ask();
        setSession(session);
        // A large vault goes on opening, and the notice of that goes on when it has ended.
        if (session.opening === null) goToOpened(session);
      });
    },
  };
}

interface Made {
  readonly session: Session;
  readonly sheet: RecoverySheet;
}

/** The vault is open once it is made, and the desk shows it once the sheet is on paper. */
export function CreateVault({ reason = null }: { readonly reason?: "happened" | null }) {
  const { setSession, locking } = useDesk();
  const [made, setMade] = useState<Made | null>(null);
  const show = (next: Made): void => {
    locking.begin();
    setMade(next);
  };
  if (made === null) return <CreateForm reason={reason} made={show} />;
  const done = (): void => {
    setSession(made.session);
    if (reason !== "happened") navigate();
  };
  return <RecoverySheetPage sheet={made.sheet} vaultName={made.session.vault?.name ?? ""} done={done} />;
}

interface CreateFormProps {
  readonly reason: "happened" | null;
  readonly made: (made: Made) => void;
}

function CreateForm({ reason, made }: CreateFormProps) {
  const { words, api, session } = useDesk();
  const [folder, setFolder] = useState<readonly string[]>([session.home]);
  const [name, setName] = useState("tocsin");
  const [device, setDevice] = useState("");
  const [passphrase, setPassphrase] = useState({ typed: "", again: "" });
  const { run, isBusy } = useAction();
  const isReady =
    isNewPassphrase(passphrase) && name.trim() !== "" && device.trim() !== "" && folder.length > 0;
  const create = (event: Submitted): void => {
    event.preventDefault();
    const path = `${folder[0] ?? ""}/${name.trim()}`;
    run(async () =>
      made(await api.createVault({ path, passphrase: passphrase.typed, deviceName: device.trim() })),
    );
  };
  return (
    <article className="page narrow">
      <h1>{words.t("desk.vault.create.title")}</h1>
      {reason !== null && <p className="lead">{words.t("desk.vault.create.needed")}</p>}
      <p>{words.t("desk.vault.create.intro")}</p>
      <form className="fields" onSubmit={create} autoComplete="off">
        <PathPicker label={words.t("desk.vault.folder")} chosen={folder} choose={setFolder} />
        <FormField label={words.t("desk.vault.name")} value={name} change={setName} required />
        <FormField
          label={words.t("desk.vault.device")}
          help={words.t("desk.vault.device.help")}
          value={device}
          change={setDevice}
          required
        />
        <NewPassphrase value={passphrase} change={setPassphrase} label={words.t("desk.vault.passphrase")} />
        <p className="note">{words.t("desk.sheet.comes")}</p>
        <p className="note">{words.t("desk.vault.review")}</p>
        <SubmitLine
          isBusy={isBusy}
          isReady={isReady}
          label={words.t("desk.vault.create.action")}
          working={words.t("desk.vault.create.working")}
        />
      </form>
    </article>
  );
}

export function OpenVault() {
  const { words, api, session } = useDesk();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const [passphrase, setPassphrase] = useState("");
  const { isBusy, take } = useVaultForm();
  const [path] = paths;
  return (
    <article className="page narrow">
      <h1>{words.t("desk.start.open")}</h1>
      <form
        className="fields"
        onSubmit={(event) => take(event, () => api.openVault({ path: path ?? "", passphrase }))}
        autoComplete="off"
      >
        {session.recent.length > 0 && (
          <ul className="plain card">
            {session.recent.map((recent) => (
              <li key={recent.path}>
                <Action onPress={() => setPaths([recent.path])}>{recent.name}</Action>
              </li>
            ))}
          </ul>
        )}
        <PathPicker label={words.t("desk.vault.folder")} chosen={paths} choose={setPaths} />
        <Passphrase value={passphrase} change={setPassphrase} />
        <SubmitLine
          isBusy={isBusy}
          isReady={path !== undefined && passphrase !== ""}
          label={words.t("desk.vault.unlock.action")}
        />
      </form>
      <p className="actions">
        <Go to={["recover"]}>{words.t("desk.recover.door")}</Go>
        <Go quiet to={["restore"]}>
          {words.t("desk.restore.title")}
        </Go>
      </p>
    </article>
  );
}

export function Unlock() {
  const { words, api, session } = useDesk();
  const [passphrase, setPassphrase] = useState("");
  const { isBusy, take } = useVaultForm();
  const lockedBy = session.vault?.lockedBy ?? "person";
  return (
    <article className="page narrow">
      <h1>{words.t("desk.vault.unlock.title")}</h1>
      <p>{words.t("desk.vault.locked")}</p>
      {lockedBy !== "person" && <p>{words.t(`desk.lock.by.${lockedBy}`)}</p>}
      <form
        className="fields"
        onSubmit={(event) => take(event, () => api.unlock(passphrase))}
        autoComplete="off"
      >
        <Passphrase value={passphrase} change={setPassphrase} />
        <SubmitLine isBusy={isBusy} isReady={passphrase !== ""} label={words.t("desk.vault.unlock.action")} />
      </form>
      <p className="actions">
        <Go to={["recover"]}>{words.t("desk.recover.door")}</Go>
        <Go to={["open"]}>{words.t("desk.vault.other")}</Go>
        <Go to={["create"]}>{words.t("desk.vault.create.title")}</Go>
      </p>
    </article>
  );
}

function Passphrase({ value, change }: { readonly value: string; readonly change: (text: string) => void }) {
  const { words } = useDesk();
  return (
    <FormField
      label={words.t("desk.vault.passphrase")}
      value={value}
      change={change}
      type="password"
      required
    />
  );
}

interface SubmitLineProps {
  readonly isBusy: boolean;
  readonly isReady: boolean;
  readonly label: string;
  /** What is said meanwhile, where it is not that the vault is being opened. */
  readonly working?: string;
}

function SubmitLine({ isBusy, isReady, label, working }: SubmitLineProps) {
  const { words } = useDesk();
  return (
    <div className="actions">
      <Action primary isSubmit isDisabled={isBusy || !isReady}>
        {label}
      </Action>
      <output>{isBusy && (working ?? words.t("desk.vault.unlock.working"))}</output>
    </div>
  );
}
