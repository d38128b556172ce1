// Above every screen: search, whether everything is sealed, the language, the lock.
import { useEffect, useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { agoWords } from "../words/amounts.ts";

export function TopBar({ openPalette }: { readonly openPalette: () => void }) {
  const { words, session } = useDesk();
  return (
    <header className="top">
      <button
        type="button"
        className="search"
        onClick={openPalette}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
      >
        <span>{words.t("desk.search.label")}</span>
        <kbd aria-hidden="true">{words.t("desk.search.hint")}</kbd>
      </button>
      <span className="space" />
      {session.vault?.state === "open" && <Seal sealedAt={session.vault.sealedAt} />}
      <LanguageChoice />
      {session.vault?.state === "open" && <Lock />}
    </header>
  );
}

const tick = 10_000;

/** When what was written was last acknowledged as sealed and on the disk. */
function Seal({ sealedAt }: { readonly sealedAt: number | null }) {
  const { words, api, version } = useDesk();
  const [state, setState] = useState({ sealedAt, now: Date.now() });
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const session = await api.session().catch(() => null);
      const last = session?.vault?.sealedAt ?? null;
      if (isCurrent && session !== null) setState({ sealedAt: last, now: Date.now() });
    };
    void look();
    const timer = setInterval(() => setState((last) => ({ ...last, now: Date.now() })), tick);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [api, version]);
  if (state.sealedAt === null) return <span className="seal pending">{words.t("desk.seal.pending")}</span>;
  const seconds = Math.max(0, (state.now - state.sealedAt) / 1000);
  const text =
    seconds < 5 ? words.t("desk.seal.now") : words.t("desk.seal.ago", { when: agoWords(words, seconds) });
  return <span className="seal">{text}</span>;
}

function LanguageChoice() {
  const { words, api, session, setSession } = useDesk();
  const { run } = useAction();
  const choose = (locale: string): void => run(async () => setSession(await api.setLocale(locale)));
  return (
    <select
      className="btn"
      aria-label={words.t("desk.language")}
      value={session.locale}
      onChange={(event) => choose(event.target.value)}
    >
      {session.locales.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Lock() {
  const { words, api, setSession } = useDesk();
  const { run, isBusy } = useAction();
  return (
    <Action isDisabled={isBusy} onPress={() => run(async () => setSession(await api.lock()))}>
      {words.t("action.lock")}
    </Action>
  );
}
