// Above every screen: search, whether everything is sealed, the language, the lock.
import { useEffect, useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { useNow } from "../parts/now.ts";
import { agoWords } from "../words/amounts.ts";

interface TopBarProps {
  readonly openPalette: () => void;
  readonly openHelp: () => void;
}

export function TopBar({ openPalette, openHelp }: TopBarProps) {
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
      <button type="button" className="btn" onClick={openHelp} aria-keyshortcuts="F1">
        {words.t("action.help")} <kbd aria-hidden="true">F1</kbd>
      </button>
      <LanguageChoice />
      {session.vault?.state === "open" && <Lock />}
    </header>
  );
}

const tick = 5_000;

/** When what was written was last acknowledged as sealed and on the disk. */
function Seal({ sealedAt }: { readonly sealedAt: number | null }) {
  const { words, api, version } = useDesk();
  const [last, setLast] = useState(sealedAt);
  const now = useNow(tick);
  useEffect(() => {
    let isCurrent = true;
    api.session().then(
      (session) => isCurrent && setLast(session.vault?.sealedAt ?? null),
      // The next thing that a person does says what is wrong.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, version]);
  if (last === null) return <span className="seal pending">{words.t("desk.seal.pending")}</span>;
  const seconds = Math.max(0, (now - last) / 1000);
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
  const { words, locking } = useDesk();
  return (
    <Action onPress={locking.lock}>
      {words.t("action.lock")} <kbd aria-hidden="true">{words.t("desk.lock.hint")}</kbd>
    </Action>
  );
}
