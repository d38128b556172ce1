// What lists and searches lack: while they are made anew, while they are behind the log, and what cannot be read at all.
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import type { VaultState } from "../api/contract/session.ts";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { listsWords } from "../words/lists-words.ts";
import { textOr } from "../words/labels.ts";

/** `children` stand below the progress, while there is any. */
export function TablesNotice({ children }: { readonly children?: ReactNode }) {
  const { words } = useDesk();
  const vault = useTables();
  if (vault === null) return null;
  const { filling = null, behind = false, unread = {} } = vault;
  return (
    <>
      {filling !== null && (
        <p className="waits">
          {words.t(`desk.lists.reason.${filling.reason}`)} {listsWords(words, filling)}.{" "}
          {words.t("desk.lists.filling")}
        </p>
      )}
      {filling !== null && children}
      {filling === null && behind && <p className="waits">{words.t("desk.lists.behind")}</p>}
      <Unread unread={unread} />
    </>
  );
}

/** Erased on purpose is no fault, and is said more quietly. */
function Unread({ unread }: { readonly unread: Readonly<Record<string, number>> }) {
  const { words } = useDesk();
  const { erased = 0, ...others } = unread;
  const count = Object.values(others).reduce((sum, each) => sum + each, 0);
  if (count === 0)
    return erased === 0 ? null : <p className="note">{words.t("desk.lists.erased", { count: erased })}</p>;
  return (
    <details className="unread">
      <summary>
        <span className="waits">{words.t("desk.lists.unread", { count })}</span>
      </summary>
      <ul>
        {Object.entries(others).map(([reason, each]) => (
          <li key={reason}>
            {textOr(words, `desk.lists.unread.${reason}`, reason)}:{" "}
            {words.t("desk.lists.entries", { count: each })}
          </li>
        ))}
        {erased > 0 && <li>{words.t("desk.lists.erased", { count: erased })}</li>}
      </ul>
      <p className="note">{words.t("desk.lists.unread.what-now")}</p>
    </details>
  );
}

const interval = 1000;

/** Looks again while something moves; and has everything on the screen asked for again once nothing does. */
function useTables(): VaultState | null {
  const { api, version, session, changed } = useDesk();
  const [looks, setLooks] = useState(0);
  const asked = useAnswer(
    useCallback(() => api.session(), [api]),
    version + looks,
  ).value;
  const vault = (asked ?? session).vault;
  const isMoving = (vault?.filling ?? null) !== null || vault?.behind === true;
  const wasMoving = useRef(false);
  useEffect(() => {
    if (wasMoving.current && !isMoving) changed();
    wasMoving.current = isMoving;
    if (!isMoving) return undefined;
    const timer = setTimeout(() => setLooks((last) => last + 1), interval);
    return () => clearTimeout(timer);
  }, [isMoving, asked, changed]);
  return vault;
}
