// Says that the clock of this computer looks wrong, and what depends on it.
import { useState } from "react";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { useNow } from "../parts/now.ts";
import { momentWords } from "../words/date-words.ts";

/** While the desk was open the clock was set back, or went forward by more than a sleep explains. */
export function ClockMovedNotice() {
  const { words, locking } = useDesk();
  const now = useNow(60_000);
  const moved = locking.state?.moved ?? null;
  const [closed, setClosed] = useState<number | null>(null);
  const isShown = moved !== null && moved !== closed;
  return (
    <div role="alert" className="no-print">
      {isShown && (
        <div className="waits clock-notice">
          <p>
            {words.t(moved < 0 ? "desk.clock.back" : "desk.clock.forward", {
              when: momentWords(words, now),
            })}{" "}
            {words.t("desk.clock.means")}
          </p>
          <Action quiet onPress={() => setClosed(moved)}>
            {words.t("action.close")}
          </Action>
        </div>
      )}
    </div>
  );
}

/** Something here was written later than it is now. */
export function ClockAheadNotice({ ahead }: { readonly ahead: number | null }) {
  const { words } = useDesk();
  const now = useNow(60_000);
  if (ahead === null) return null;
  return (
    <p className="waits">
      {words.t("desk.clock.ahead", {
        now: momentWords(words, now),
        written: momentWords(words, ahead),
      })}{" "}
      {words.t("desk.clock.means")}
    </p>
  );
}
