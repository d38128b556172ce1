// The vault itself: what it is, copies of it, whether it is whole, its passphrase, its times, when it locks.
import { useCallback } from "react";
import type { VaultFacts } from "../api/contract/vault.ts";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { numberWords, sizeWords } from "../words/amounts.ts";
import { Anchors } from "./anchors.tsx";
import { ChangePassphrase } from "./change-passphrase.tsx";
import { Copies } from "./copies.tsx";
import { LockSettings } from "./lock-settings.tsx";
import { VerifyVault } from "./verify-vault.tsx";

export function VaultPage() {
  const { words, api, version } = useDesk();
  const asked = useAnswer<VaultFacts>(
    useCallback(() => api.vaultFacts(), [api]),
    version,
  );
  if (asked.value === null) return <Waiting error={asked.error} />;
  return (
    <article className="page vault-page">
      <h1>{words.t("desk.vault.title")}</h1>
      <Facts facts={asked.value} />
      <Copies />
      <VerifyVault />
      <Anchors />
      <ChangePassphrase />
      <LockSettings />
    </article>
  );
}

function Facts({ facts }: { readonly facts: VaultFacts }) {
  const { words } = useDesk();
  const { newChain, hasRecovery, problems } = facts;
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{words.t("desk.vault.state")}</h2>
      {newChain !== null && <p className="waits">{words.t(`desk.vault.new-chain.${newChain}`)}</p>}
      {problems.length > 0 && (
        <p className="danger">{words.t("desk.vault.problems", { count: problems.length })}</p>
      )}
      <dl className="face">
        <dt>{words.t("desk.vault.folder")}</dt>
        <dd>
          <code dir="ltr">{facts.folder}</code>
        </dd>
        <dt>{words.t("desk.vault.device")}</dt>
        <dd>
          <bdi>{facts.device}</bdi>
        </dd>
        <dt>{words.t("desk.vault.size")}</dt>
        <dd>
          {words.t("desk.vault.size.what", {
            size: sizeWords(words, facts.bytes),
            commits: numberWords(words, facts.commits),
          })}
        </dd>
        <dt>{words.t("desk.vault.id")}</dt>
        <dd>
          <Hash value={facts.id} />
        </dd>
        <dt>{words.t("desk.vault.recovery")}</dt>
        <dd className={hasRecovery ? "" : "waits"}>
          {words.t(hasRecovery ? "desk.vault.recovery.there" : "desk.vault.recovery.none")}
        </dd>
      </dl>
    </section>
  );
}
