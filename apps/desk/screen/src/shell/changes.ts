// When what is on the screen is asked for again: after a change of this window, and after one of another window of this desk.
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Translator } from "@tocsin/language";
import type { Api } from "../api/api.ts";
import type { Desk } from "../desk.tsx";
import { createSavesBook } from "../records/saves-book.ts";
import { errorText } from "../words/labels.ts";
import { listenToOtherWindows, tellOtherWindows } from "./other-windows.ts";

interface ChangesOptions {
  readonly api: Api;
  readonly words: Translator;
  /** How much was ever written, as far as this window was told. */
  readonly writes: number | undefined;
  readonly say: (text: string, isError: boolean) => void;
}

type Changes = Pick<Desk, "version" | "elsewhere" | "changed" | "saves">;

export function useChanges({ api, words, writes, say }: ChangesOptions): Changes {
  const [own, setOwn] = useState(0);
  const others = useMemo(() => createOthers(), []);
  const heard = useSyncExternalStore(others.subscribe, others.count);
  // Where windows cannot tell each other, the server's count of writes says so, of this window's own too.
  const elsewhere = heard ?? writes ?? 0;
  const changed = useCallback(() => {
    setOwn((last) => last + 1);
    tellOtherWindows(channelName, "changed");
  }, []);
  const saves = useMemo(() => createSavesBook(api), [api]);
  useEffect(
    () =>
      saves.listen({
        saved: () => {
          say(words.t("desk.saved"), false);
          changed();
        },
        failed: (error) => {
          say(errorText(words, error), true);
          changed();
        },
      }),
    [saves, say, words, changed],
  );
  return { version: own + elsewhere, elsewhere, changed, saves };
}

const channelName = "tocsin-changes";

interface Others {
  subscribe(listener: () => void): () => void;
  /** How often another window wrote; null where the browser lets none tell. */
  count(): number | null;
}

function createOthers(): Others {
  let count: number | null = 0;
  return {
    subscribe: (listener) => {
      const stop = listenToOtherWindows(channelName, () => {
        count = (count ?? 0) + 1;
        listener();
      });
      if (stop === null) count = null;
      return stop ?? (() => undefined);
    },
    count: () => count,
  };
}
