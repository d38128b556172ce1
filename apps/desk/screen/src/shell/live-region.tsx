// What was saved, and what went wrong: said to a screen reader and shown for everyone; and the way back from what was done.
import { useCallback, useEffect, useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";

/** `at` tells two equal messages apart. */
export interface Message {
  readonly text: string;
  readonly isError: boolean;
  readonly at: number;
  /** Takes back what it tells of. */
  readonly undo?: () => Promise<unknown>;
}

const quietAfter = 6000;
/** With a way back, long enough to think twice. */
const undoFor = 20_000;

export function LiveRegion({ message }: { readonly message: Message }) {
  const { words } = useDesk();
  const [closed, setClosed] = useState(0);
  const hasUndo = message.undo !== undefined;
  useEffect(() => {
    if (message.isError || message.text === "") return undefined;
    const timer = setTimeout(() => setClosed(message.at), hasUndo ? undoFor : quietAfter);
    return () => clearTimeout(timer);
  }, [message, hasUndo]);
  const isShown = message.text !== "" && closed !== message.at;
  return (
    <div className="live">
      <output>{isShown && !message.isError && <span key={message.at}>{message.text}</span>}</output>
      {isShown && message.undo !== undefined && <Undo key={message.at} undo={message.undo} />}
      <div role="alert">
        {isShown && message.isError && (
          <div className="alarm" key={message.at}>
            <p>{message.text}</p>
            <Action quiet onPress={() => setClosed(message.at)}>
              {words.t("action.close")}
            </Action>
          </div>
        )}
      </div>
    </div>
  );
}

function Undo({ undo }: { readonly undo: () => Promise<unknown> }) {
  const { words, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const goBack = useCallback(
    () =>
      run(async () => {
        await undo();
        announce(words.t("desk.undone"));
        changed();
      }),
    [run, undo, announce, changed, words],
  );
  useEffect(() => listenForUndo(goBack), [goBack]);
  return (
    <Action isDisabled={isBusy} onPress={goBack}>
      {words.t("action.undo")} <kbd aria-hidden="true">Ctrl Z</kbd>
    </Action>
  );
}

/** Where somebody types, the browser's own undo comes first. */
function listenForUndo(undo: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!isUndo || isTyped(event.target)) return;
    event.preventDefault();
    undo();
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea") !== null;
}
