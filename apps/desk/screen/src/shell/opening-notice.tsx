// A vault that is being opened: how far it is, on every screen, and a way to stop it. People go on with what needs no vault.
import { useEffect, useState } from "react";
import { ApiError, type Api } from "../api/api.ts";
import type { Opening, Session } from "../api/contract/session.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { ProgressLine } from "../parts/progress-line.tsx";
import { goToOpened } from "../vault/opened.ts";
import { listsWords } from "../words/lists-words.ts";

export function OpeningNotice() {
  const { words, api, session } = useDesk();
  const { run, isBusy } = useAction();
  const opening = useOpening(session.opening);
  if (opening === null) return null;
  const { name, progress } = opening;
  return (
    <section className="opening no-print" aria-label={words.t("desk.opening.title")}>
      <ProgressLine
        name={words.t("desk.opening.name", { name })}
        text={progress === null ? words.t("desk.opening.begins") : listsWords(words, progress)}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
      />
      <Action isDisabled={isBusy} onPress={() => run(() => api.stopOpening())}>
        {words.t("desk.opening.stop")}
      </Action>
    </section>
  );
}

/** As it is now; when it has ended the desk goes on with what came of it. */
function useOpening(begun: Opening | null): Opening | null {
  const { words, api, setSession, announce, fail } = useDesk();
  const [now, setNow] = useState<Opening | null>(null);
  const isOpening = begun !== null;
  useEffect(() => {
    if (!isOpening) return undefined;
    return watchOpening(api, setNow, (session) => {
      setNow(null);
      setSession(session);
      const { openingProblem: problem, vault } = session;
      if (problem !== null)
        fail(new ApiError(problem.code, problem.message, { details: problem.details ?? {} }));
      else if (vault?.state === "open") goToOpened(session);
      else announce(words.t("desk.opening.stopped"));
    });
  }, [isOpening, api, words, setSession, announce, fail]);
  return isOpening ? (now ?? begun) : null;
}

const interval = 500;

function watchOpening(
  api: Api,
  tell: (opening: Opening) => void,
  end: (session: Session) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const look = async (): Promise<void> => {
    // Where nothing answers, the next thing that a person does says so.
    const session = await api.session().catch(() => null);
    if (isClosed) return;
    if (session !== null && session.opening === null) return end(session);
    if (session !== null && session.opening !== null) tell(session.opening);
    timer = setTimeout(() => void look(), interval);
  };
  void look();
  return () => {
    isClosed = true;
    clearTimeout(timer);
  };
}
