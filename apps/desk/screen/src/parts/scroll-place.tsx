// A frame around what may be wider than the page. Where it is, it says so, and scrolls by keyboard too.
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useWords } from "../desk.tsx";

interface ScrollPlaceProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly children: ReactNode;
}

export function ScrollPlace({ label, children }: ScrollPlaceProps) {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const watcher = new ResizeObserver(() => setCut(current.scrollWidth > current.clientWidth + 1));
    for (const each of [current, ...current.children]) watcher.observe(each);
    return () => watcher.disconnect();
  }, []);
  return (
    <>
      {isCut && <p className="note no-print">{words.t("desk.table-scrolls")}</p>}
      <div
        ref={place}
        className="scroll"
        {...(isCut ? { role: "region", tabIndex: 0, "aria-label": label } : {})}
      >
        {children}
      </div>
    </>
  );
}
