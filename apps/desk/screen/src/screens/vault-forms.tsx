// Making, opening and unlocking a vault. Passphrases live in these forms alone and leave them only to the server.
import type { Submitted } from "../parts/submitted.ts";
import { useState } from "react";
import type { Session } from "../api/contract.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import { navigate } from "../router.ts";

/** Six words, counted roughly: length protects. */
const shortestPassphrase = 20;

function useVaultForm(): { isBusy: boolean; take: (event: Submitted, ask: () => Promise<Session>) => void } {
  const { setSession } = useDesk();
  const { run, isBusy } = useAction();
  return {
    isBusy,
    take: (event, ask) => {
      event.preventDefault();
      run(async () => {
        setSession(await ask());
        navigate();
      });
    },
  };
}

export function CreateVault({ reason = null }: { readonly reason?: "happened" | null }) {
  const { words, api, session } = useDesk();
  const [folder, setFolder] = useState<readonly string[]>([session.home]);
  const [name, setName] = useState("tocsin");
  const [device, setDevice] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const { isBusy, take } = useVaultForm();
  const isShort = passphrase.length < shortestPassphrase;
  const isReady =
    !isShort && passphrase === again && name.trim() !== "" && device.trim() !== "" && folder.length > 0;
  const create = (): Promise<Session> =>
    api.createVault({ path: `${folder[0] ?? ""}/${name.trim()}`, passphrase, deviceName: device.trim() });
  return (
    <article className="page narrow">
      <h1>{words.t("desk.vault.create.title")}</h1>
      {reason !== null && <p className="lead">{words.t("desk.vault.create.needed")}</p>}
      <p>{words.t("desk.vault.create.intro")}</p>
      <form className="fields" onSubmit={(event) => take(event, create)} autoComplete="off">
        <PathPicker label={words.t("desk.vault.folder")} chosen={folder} choose={setFolder} />
        <FormField label={words.t("desk.vault.name")} value={name} change={setName} required />
        <FormField
          label={words.t("desk.vault.device")}
          help={words.t("desk.vault.device.help")}
          value={device}
          change={setDevice}
          required
        />
        <FormField
          label={words.t("desk.vault.passphrase")}
          help={words.t("desk.vault.passphrase.advice")}
          problem={passphrase !== "" && isShort ? words.t("desk.vault.passphrase.short") : null}
          value={passphrase}
          change={setPassphrase}
          type="password"
          required
        />
        <FormField
          label={words.t("desk.vault.passphrase.again")}
          problem={again !== "" && again !== passphrase ? words.t("desk.vault.passphrase.differs") : null}
          value={again}
          change={setAgain}
          type="password"
          required
        />
        <p className="note">{words.t("desk.vault.review")}</p>
        <SubmitLine isBusy={isBusy} isReady={isReady} label={words.t("desk.vault.create.action")} />
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
}

function SubmitLine({ isBusy, isReady, label }: SubmitLineProps) {
  const { words } = useDesk();
  return (
    <div className="actions">
      <Action primary isSubmit isDisabled={isBusy || !isReady}>
        {label}
      </Action>
      <output>{isBusy && words.t("desk.vault.unlock.working")}</output>
    </div>
  );
}
