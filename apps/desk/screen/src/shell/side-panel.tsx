// What stands beside the page: a way back from a sentence, or another record. It takes the focus when it opens or shows
// something else; where it covers the page, as on a narrow screen, the page behind it can be neither reached nor read.
import { useEffect, useId, useRef, useSyncExternalStore, type ReactNode, type RefObject } from "react";
import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";

interface SidePanelProps {
  readonly title: ReactNode;
  /** What it shows: with another one the focus goes to its heading. */
  readonly shows: string;
  readonly close: () => void;
  /** The step before, where there is one. */
  readonly back?: (() => void) | null;
  /** Something else stands before it: it keeps what it has, and hears no key. */
  readonly isHidden?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function SidePanel(props: SidePanelProps) {
  const { title, shows, close, back = null, isHidden = false, className = "", children } = props;
  const words = useWords();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isCovering = useIsCovering() && !isHidden;
  const before = useRef<Element | null>(null);
  // In this order: what was shut out takes no focus.
  useEffect(() => {
    before.current ??= document.activeElement;
  }, []);
  useEffect(() => (isCovering ? shutOut(panel.current) : undefined), [isCovering]);
  useEffect(() => () => giveBack(before.current), []);
  useFocusInside({ panel, heading, shows, isHidden });
  useEffect(() => (isHidden ? undefined : listenForEscape(close)), [isHidden, close]);
  return (
    <section
      ref={panel}
      className={`thread no-print ${className}`}
      aria-labelledby={id}
      hidden={isHidden}
      {...(isCovering ? { role: "dialog", "aria-modal": true } : { role: "complementary" })}
    >
      <div className="head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <span className="actions">
          {back !== null && (
            <Action quiet onPress={back}>
              {words.t("action.back")}
            </Action>
          )}
          <Action quiet onPress={close}>
            {words.t("action.close")}
          </Action>
        </span>
      </div>
      {children}
    </section>
  );
}

/** As in styles/shell.css: from here down there is no room beside the page. */
const covering = "(max-width: 60rem)";

/** Whether a panel covers the page. */
export function useIsCovering(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(covering);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(covering).matches,
  );
}

interface Inside {
  readonly panel: RefObject<HTMLElement | null>;
  readonly heading: RefObject<HTMLElement | null>;
  readonly shows: string;
  readonly isHidden: boolean;
}

/**
 * What is new is read from its heading; what stands there again is gone on with where it was left, unless the focus has
 * already gone back to the page from which what stood before it was opened.
 */
function useFocusInside({ panel, heading, shows, isHidden }: Inside): void {
  const left = useRef<Element | null>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const own = panel.current;
    const onFocus = ({ target }: FocusEvent): void => {
      left.current = target instanceof Element ? target : null;
    };
    own?.addEventListener("focusin", onFocus);
    return () => own?.removeEventListener("focusin", onFocus);
  }, [panel]);
  useEffect(() => {
    if (isHidden) return;
    const isAgain = shown.current === shows && left.current?.isConnected === true;
    const to = isAgain ? left.current : heading.current;
    if (to instanceof HTMLElement && !(isAgain && hasFocus())) to.focus();
    shown.current = shows;
  }, [heading, shows, isHidden]);
}

/** Where somebody came from, or the same link on a page that was drawn anew; nowhere if they have gone on meanwhile. */
function giveBack(before: Element | null): void {
  if (hasFocus()) return;
  const href = before?.getAttribute("href") ?? null;
  const again = href === null ? null : document.querySelector(`main a[href="${CSS.escape(href)}"]`);
  const to = before?.isConnected === true ? before : (again ?? document.querySelector("main"));
  if (to instanceof HTMLElement) to.focus();
}

/** Whether anything has the focus. */
function hasFocus(): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body;
}

/** Everything else of the frame but what is said; what warns stands outside of it. */
function shutOut(panel: HTMLElement | null): () => void {
  const beside = [...(panel?.parentElement?.children ?? []), ...document.querySelectorAll(".skip")];
  const others = beside.filter((each) => each !== panel && !each.matches("output"));
  for (const each of others) each.toggleAttribute("inert", true);
  return () => {
    for (const each of others) each.toggleAttribute("inert", false);
  };
}

/** Heard before anything else hears of it, because a list that is open closes with the same key, and knows it no more then. */
function listenForEscape(close: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.key !== "Escape" || event.defaultPrevented || !(target instanceof Element)) return;
    const isOfAnother = target.closest(".veil, .choices, [aria-expanded='true'][role='combobox']") !== null;
    if (isOfAnother) return;
    event.preventDefault();
    close();
  };
  window.addEventListener("keydown", onKey, { capture: true });
  return () => window.removeEventListener("keydown", onKey, { capture: true });
}
