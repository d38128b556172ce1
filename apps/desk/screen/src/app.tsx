// The whole screen: asks for the session and the words, then shows the first screen, the lock or the desk.
import { useCallback, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import {
  createTranslator,
  firstWords,
  negotiateLocale,
  type Catalogues,
  type Translator,
} from "@tocsin/language";
import type { Api } from "./api/api.ts";
import type { Definitions } from "./api/contract/definitions.ts";
import type { Session } from "./api/contract/session.ts";
import { createJobsStore } from "./api/jobs-store.ts";
import { DeskProvider, type Desk } from "./desk.tsx";
import { createOwnSheets } from "./assessing/own-sheets.ts";
import { createChosenFiles } from "./evidence/chosen.ts";
import { createDropped } from "./evidence/dropped.ts";
import { createListMemory } from "./lists/list-memory.ts";
import { useChanges } from "./shell/changes.ts";
import type { Message } from "./shell/live-region.tsx";
import { LockedPage } from "./shell/locked-page.tsx";
import { useLocking, type Locking } from "./shell/locking.ts";
import { Shell } from "./shell/shell.tsx";
import type { PulledThread } from "./shell/thread-panel.tsx";
import { parseAddress } from "./router.ts";
import { errorText } from "./words/labels.ts";

interface Loaded {
  readonly session: Session;
  readonly definitions: Definitions;
  readonly words: Translator;
}

export function App({ api }: { readonly api: Api }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const show = useCallback(
    (asked: Promise<Session>) => {
      asked.then((session) => load(api, session)).then(setLoaded, setProblem);
    },
    [api],
  );
  const setSession = useCallback((session: Session) => show(Promise.resolve(session)), [show]);
  useEffect(() => show(api.session()), [api, show]);
  useEffect(() => {
    if (loaded === null) return;
    document.documentElement.lang = loaded.words.locale;
    document.documentElement.dir = loaded.words.direction;
    document.documentElement.dataset["ground"] = loaded.session.settings.ground;
  }, [loaded]);
  const locking = useLocking(api, {
    isOpen: loaded?.session.vault?.state === "open",
    aside: loaded?.session.settings.aside ?? "none",
  });
  if (loaded === null) return problem === null ? null : <Unreachable problem={problem} />;
  if (locking.phase !== "open") return <LockedPage phase={locking.phase} words={loaded.words} />;
  return (
    <I18nProvider locale={loaded.words.locale}>
      <Running api={api} loaded={loaded} locking={locking} setSession={setSession} />
    </I18nProvider>
  );
}

interface RunningProps {
  readonly api: Api;
  readonly loaded: Loaded;
  readonly locking: Locking;
  readonly setSession: (session: Session) => void;
}

/** What the desk keeps of its own while it is open, and nowhere else. */
function createMemories(): Pick<Desk, "lists" | "dropped" | "chosen" | "sheets"> {
  return {
    lists: createListMemory(),
    dropped: createDropped(),
    chosen: createChosenFiles(),
    sheets: createOwnSheets(),
  };
}

function Running({ api, loaded, locking, setSession }: RunningProps) {
  const [message, setMessage] = useState<Message>({ text: "", isError: false, at: 0 });
  const [thread, setThread] = useState<PulledThread | null>(null);
  const { words } = loaded;
  const say = useCallback(
    (text: string, isError: boolean, undo?: () => Promise<unknown>) =>
      setMessage(({ at }) => ({ text, isError, at: at + 1, ...(undo === undefined ? {} : { undo }) })),
    [],
  );
  const memories = useMemo(() => createMemories(), []);
  const { version, elsewhere, changed, saves } = useChanges({
    api,
    words,
    writes: locking.state?.writes,
    say,
  });
  const jobs = useJobs({ api, words, say, changed, setSession });
  const desk = useMemo<Desk>(
    () => ({
      ...loaded,
      api,
      jobs,
      locking,
      version,
      elsewhere,
      saves,
      setSession,
      ...memories,
      announce: (text) => say(text, false),
      announceUndo: (text, undo) => say(text, false, undo),
      fail: (error) => say(errorText(loaded.words, error), true),
      changed,
      pullThread: (of) => {
        const { route, beside } = parseAddress(window.location.hash);
        setThread({ of, step: beside.length, page: route.join("/") });
      },
    }),
    [loaded, api, jobs, locking, memories, version, elsewhere, saves, changed, setSession, say],
  );
  const closeThread = useCallback(() => setThread(null), []);
  return (
    <DeskProvider value={desk}>
      <Shell message={message} thread={thread} closeThread={closeThread} />
    </DeskProvider>
  );
}

interface JobsPorts extends Pick<RunningProps, "api" | "setSession"> {
  readonly words: Loaded["words"];
  readonly say: (text: string, isError: boolean) => void;
  readonly changed: () => void;
}

function useJobs({ api, words, say, changed, setSession }: JobsPorts): Desk["jobs"] {
  const jobs = useMemo(
    () =>
      createJobsStore(api, ({ kind, state }) => {
        const what = words.t(`desk.work.kind.${kind}`);
        say(words.t(`desk.work.ended.${state}`, { what }), state === "failed");
        changed();
        if (kind === "example") void api.session().then(setSession);
      }),
    [api, words, say, changed, setSession],
  );
  useEffect(() => {
    jobs.refresh();
    return jobs.close;
  }, [jobs]);
  return jobs;
}

/** Before any words are there: in the language of the browser, where it is one of ours. */
function Unreachable({ problem }: { readonly problem: unknown }) {
  const locale = negotiateLocale(navigator.languages, Object.keys(firstWords));
  const words = createTranslator(locale, firstWords);
  return (
    <main className="page" lang={locale} dir={words.direction}>
      <p role="alert">{errorText(words, problem)}</p>
    </main>
  );
}

async function load(api: Api, session: Session): Promise<Loaded> {
  const [definitions, catalogues] = await Promise.all([api.definitions(), api.words(session.locale)]);
  return {
    session,
    definitions,
    words: createTranslator(session.locale, withKinds(catalogues, definitions)),
  };
}

/** Kinds that an organisation adds bring their own labels. */
function withKinds(catalogues: Catalogues, { kinds }: Definitions): Catalogues {
  return Object.fromEntries(
    Object.entries(catalogues).map(([locale, catalogue]) => [
      locale,
      Object.assign({}, catalogue, ...kinds.map(({ messages }) => messages?.[locale])),
    ]),
  );
}
