// Says beforehand that the vault will lock, and how to go on; and that work under way holds it off.
import { useState } from "react";
import { useDesk } from "../desk.tsx";
import { useNow } from "../parts/now.ts";
import { numberWords } from "../words/amounts.ts";
import { isNearLock } from "./locking.ts";

export function LockNotice() {
  const { words, locking } = useDesk();
  const { state } = locking;
  const isShown = isNearLock(state);
  return (
    <div className="lock-notice no-print">
      <div role="alert">
        {isShown && state?.isHeld === false && (
          <div className="card">
            <p>
              <strong>{words.t("desk.lock.soon")}</strong>
            </p>
            <p>{words.t("desk.lock.go-on")}</p>
            <p>{words.t("desk.lock.drafts")}</p>
            <Countdown key={state.left} left={state.left ?? 0} />
          </div>
        )}
      </div>
      <output>{isShown && state?.isHeld === true && <p>{words.t("desk.lock.held")}</p>}</output>
    </div>
  );
}

/** Seen, not said again every second. */
function Countdown({ left }: { readonly left: number }) {
  const { words } = useDesk();
  const now = useNow(1000);
  const [end] = useState(() => Date.now() + left * 1000);
  const seconds = Math.max(0, Math.round((end - now) / 1000));
  return (
    <p className="countdown" aria-hidden="true">
      {numberWords(words, seconds)}
    </p>
  );
}
