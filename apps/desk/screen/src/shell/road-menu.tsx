// In a narrow window: the road behind one button. It opens below the button and closes with Escape, with a choice, and when
// the focus or a press goes elsewhere.
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useWords } from "../desk.tsx";
import type { Route } from "../router.ts";
import { Navigation } from "./navigation.tsx";

interface RoadMenuProps {
  readonly route: Route;
  /** What else stands in it, after the road. */
  readonly children: ReactNode;
}

export function RoadMenu({ route, children }: RoadMenuProps) {
  const words = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const address = route.join("/");
  const [shownAt, setShownAt] = useState(address);
  if (shownAt !== address) {
    setShownAt(address);
    setOpen(false);
  }
  useCloseOutside(around, isOpen, close);
  const leave = (): void => {
    close();
    button.current?.focus();
  };
  return (
    // Escape is heard from everything inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="road-menu"
      ref={around}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.preventDefault();
        leave();
      }}
    >
      <button
        type="button"
        className="btn"
        ref={button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((last) => !last)}
      >
        <span className="menu-sign" aria-hidden="true" />
        {words.t("desk.nav.menu")}
      </button>
      <div id={id} className="road-sheet" hidden={!isOpen}>
        {isOpen && (
          <>
            <Navigation route={route} chosen={close} />
            <div className="actions">{children}</div>
          </>
        )}
      </div>
    </div>
  );
}

/** A press or the focus outside. */
function useCloseOutside(
  around: { readonly current: HTMLElement | null },
  isOpen: boolean,
  close: () => void,
): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onAway = ({ target }: Event): void => {
      if (target instanceof Node && around.current?.contains(target) === false) close();
    };
    document.addEventListener("pointerdown", onAway);
    document.addEventListener("focusin", onAway);
    return () => {
      document.removeEventListener("pointerdown", onAway);
      document.removeEventListener("focusin", onAway);
    };
  }, [around, isOpen, close]);
}
