// Above every screen: search, whether everything is sealed, the language, the lock.
import { useEffect, useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { useNow } from "../parts/now.ts";
import type { Route } from "../router.ts";
import { agoWords } from "../words/amounts.ts";
import { QuickNavigation } from "./navigation.tsx";
import { RoadMenu } from "./road-menu.tsx";
import { useNarrow } from "./use-narrow.ts";

interface TopBarProps {
  readonly route: Route;
  readonly openPalette: () => void;
  readonly openHelp: () => void;
}

/** In a narrow window the road, and with a vault the rarer buttons too, are behind its menu. */
export function TopBar({ route, openPalette, openHelp }: TopBarProps) {
  const { session } = useDesk();
  const isNarrow = useNarrow();
  const isOpen = session.vault?.state === "open";
  const help = <Help open={openHelp} />;
  // Whoever cannot read the screen finds the language on it while no vault is open.
  const isFolded = isNarrow && isOpen;
  return (
    <header className="top">
      {isNarrow && (
        <RoadMenu route={route}>
          {help}
          {isFolded && <LanguageChoice />}
        </RoadMenu>
      )}
      <Search open={openPalette} isShort={isNarrow && !isOpen} />
      <span className="space" />
      {session.vault?.state === "open" && <Seal sealedAt={session.vault.sealedAt} />}
      {!isNarrow && help}
      {!isFolded && <LanguageChoice />}
      {isOpen && <Lock />}
      {isFolded && <QuickNavigation route={route} />}
    </header>
  );
}

interface SearchProps {
  readonly open: () => void;
  /** Beside the choice of language there is room for one word. */
  readonly isShort: boolean;
}

function Search({ open, isShort }: SearchProps) {
  const words = useWords();
  return (
    <button
      type="button"
      className="search"
      onClick={open}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
    >
      <span>{words.t(isShort ? "action.search" : "desk.search.label")}</span>
      <kbd aria-hidden="true">{words.t("desk.search.hint")}</kbd>
    </button>
  );
}

function Help({ open }: { readonly open: () => void }) {
  const words = useWords();
  return (
    <button type="button" className="btn" onClick={open} aria-keyshortcuts="F1">
      {words.t("action.help")} <kbd aria-hidden="true">F1</kbd>
    </button>
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
  // Where there is no room for the words, the sign stands alone for those who see it.
  return (
    <span className="seal" title={text}>
      <span>{text}</span>
    </span>
  );
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
