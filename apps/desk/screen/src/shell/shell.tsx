// The frame around every screen: the road as navigation, search, the state of the seal, work under way, the thread.
import { Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useDesk } from "../desk.tsx";
import { DropAnywhere } from "../evidence/drop-anywhere.tsx";
import { Boundary } from "../parts/boundary.tsx";
import { later } from "../parts/later.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useAddress, type Route } from "../router.ts";
import { useLinksBeside } from "../beside/links-beside.ts";
import { ClockMovedNotice } from "./clock-notice.tsx";
import { JobsTray } from "./jobs-tray.tsx";
import { LanguageBegun } from "./language-begun.tsx";
import { LiveRegion, type Message } from "./live-region.tsx";
import { LockNotice } from "./lock-notice.tsx";
import { Navigation } from "./navigation.tsx";
import { OpeningNotice } from "./opening-notice.tsx";
import { Palette } from "./palette.tsx";
import { ScreenOf } from "./screen-of.tsx";
import { useIsCovering } from "./side-panel.tsx";
import { ThreadPanel, type PulledThread } from "./thread-panel.tsx";
import { TopBar } from "./top-bar.tsx";
import { useNarrow } from "./use-narrow.ts";

const BesidePanel = later(async () => (await import("../beside/beside-panel.tsx")).BesidePanel);
const HelpPanel = later(async () => (await import("../manual/help-panel.tsx")).HelpPanel);

interface ShellProps {
  readonly message: Message;
  readonly thread: PulledThread | null;
  readonly closeThread: () => void;
}

export function Shell({ message, thread, closeThread }: ShellProps) {
  const { words, session } = useDesk();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const closeHelp = useCallback(() => setHelping(false), []);
  const { route, beside } = useAddress();
  const steps = session.vault?.state === "open" ? beside : [];
  useLinksBeside();
  const isNarrow = useNarrow();
  const main = useRef<HTMLElement>(null);
  useEffect(() => listenForPalette(() => setPaletteOpen(true)), []);
  useEffect(() => listenForHelp(() => setHelping(true)), []);
  useFocusOnNewScreen(main, route.join("/"));
  return (
    <>
      <a className="skip" href="#main" onClick={(event) => focusMain(event, main.current)}>
        {words.t("desk.skip")}
      </a>
      <div className={thread === null && steps.length === 0 && !isHelping ? "app" : "app with-thread"}>
        {!isNarrow && <Navigation route={route} />}
        <div className="middle">
          <TopBar route={route} openPalette={() => setPaletteOpen(true)} openHelp={() => setHelping(true)} />
          <LanguageBegun />
          <OpeningNotice />
          <ClockMovedNotice />
          <main ref={main} id="main" tabIndex={-1}>
            <Boundary key={route.join("/")} instead={<Waiting error="fault" />}>
              <ScreenOf route={route} />
            </Boundary>
          </main>
          <JobsTray route={route} />
        </div>
        <Beside page={route.join("/")} steps={steps} thread={thread} closeThread={closeThread}>
          {isHelping && <HelpPanel route={route} close={closeHelp} />}
        </Beside>
      </div>
      <Palette isOpen={isPaletteOpen} setOpen={setPaletteOpen} />
      <LockNotice />
      <DropAnywhere />
      <LiveRegion message={message} />
    </>
  );
}

interface BesideProps extends Omit<ShellProps, "message"> {
  readonly page: string;
  readonly steps: readonly Route[];
  /** Help waits behind them: whoever follows a guide goes on with it. */
  readonly children: ReactNode;
}

/** One panel at a time: of a thread and a record, the one that was opened last; what stands behind it keeps its place. */
function Beside({ page, steps, thread, closeThread, children }: BesideProps) {
  const [said, say] = useState("");
  const isCovering = useIsCovering();
  // A thread that would cover the page that was opened from it has led there.
  const hasLeft = isCovering && thread?.page !== page;
  const isOver = thread !== null && (thread.step > steps.length || hasLeft);
  useEffect(() => {
    if (isOver) closeThread();
  }, [isOver, closeThread]);
  const isThreadSeen = !isOver && thread?.step === steps.length;
  return (
    <>
      {thread !== null && !isOver && (
        <ThreadPanel thread={thread.of} isHidden={!isThreadSeen} close={closeThread} />
      )}
      <Suspense fallback={null}>
        {steps.length > 0 && <BesidePanel steps={steps} isHidden={isThreadSeen} say={say} />}
        <div className="behind" hidden={thread !== null || steps.length > 0}>
          {children}
        </div>
      </Suspense>
      <output className="hidden">{said}</output>
    </>
  );
}

/** Ctrl K, or Command K, from anywhere. */
function listenForPalette(open: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** F1 from anywhere; the question mark where nobody is typing. */
function listenForHelp(open: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    const isTyping =
      target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
    if (event.key !== "F1" && (isTyping || !["?", "؟"].includes(event.key))) return;
    event.preventDefault();
    open();
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** A new address is a new page: the screen reader begins at its top. The first one keeps the browser's own focus. */
function useFocusOnNewScreen(main: { readonly current: HTMLElement | null }, address: string): void {
  const last = useRef(address);
  useEffect(() => {
    if (last.current === address) return;
    last.current = address;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [main, address]);
}

/** The address stays as it is: the hash is the route. */
function focusMain(event: { preventDefault: () => void }, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}
