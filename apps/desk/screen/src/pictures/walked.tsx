// The frame of a picture: it scrolls, says so where there is more than is seen, and its marks are walked by keyboard.
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from "react";
import { useWords } from "../desk.tsx";
import type { useWalk } from "./picture-walk.ts";

interface WalkedProps {
  readonly className: string;
  readonly label: string;
  readonly around: ReturnType<typeof useWalk>["around"];
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

export function Walked({ className, label, around, style = {}, children }: WalkedProps) {
  const words = useWords();
  const { ref, scrolls } = useScrolls();
  return (
    <>
      <div className="picture-scroll" ref={ref}>
        {/* What is grouped are marks of a picture, no fields of a form; arrow keys move between its links. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <div className={className} style={style} role="group" aria-label={label} {...around}>
          {children}
        </div>
      </div>
      {scrolls && (
        <p className="note scrolls no-print" dir={words.direction}>
          {words.t("pictures.scrolls")}
        </p>
      )}
    </>
  );
}

/** Whether the picture is larger than its frame. */
function useScrolls(): { readonly ref: React.RefObject<HTMLDivElement | null>; readonly scrolls: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const frame = ref.current;
    const drawn = frame?.firstElementChild;
    if (!frame || !drawn) return undefined;
    const observer = new ResizeObserver(() =>
      setScrolls(frame.scrollWidth > frame.clientWidth + 1 || frame.scrollHeight > frame.clientHeight + 1),
    );
    observer.observe(frame);
    observer.observe(drawn);
    return () => observer.disconnect();
  }, []);
  return { ref, scrolls };
}
