// Pull the thread: every step back from a sentence or a record to the hash of the bytes, beside the screen.
import { useCallback, useEffect, useRef } from "react";
import type { ThreadStep } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Hash } from "../parts/hash.tsx";
import { addressOf } from "../router.ts";
import { linesOfVault, type ThreadLine } from "../words/thread-lines.ts";

interface ThreadPanelProps {
  readonly thread: string | readonly ThreadLine[];
  readonly close: () => void;
}

export function ThreadPanel({ thread, close }: ThreadPanelProps) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current ??= document.activeElement;
    heading.current?.focus();
  }, [thread]);
  const leave = useCallback((): void => {
    close();
    if (before.current instanceof HTMLElement) before.current.focus();
  }, [close]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) leave();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [leave]);
  return (
    <aside className="thread no-print" aria-labelledby="thread-title">
      <div className="head">
        <h2 id="thread-title" ref={heading} tabIndex={-1}>
          {words.t("desk.thread")}
        </h2>
        <Action quiet onPress={leave}>
          {words.t("action.close")}
        </Action>
      </div>
      {typeof thread === "string" ? <ThreadOfRecord record={thread} /> : <Lines lines={thread} />}
    </aside>
  );
}

function ThreadOfRecord({ record }: { readonly record: string }) {
  const { words } = useDesk();
  const { value, error } = useQuery<readonly ThreadStep[]>("thread", { record });
  if (error !== null) return <p>{words.t("state.failed")}</p>;
  return value === null ? <p>{words.t("state.loading")}</p> : <Lines lines={linesOfVault(words, value)} />;
}

function Lines({ lines }: { readonly lines: readonly ThreadLine[] }) {
  const words = useWords();
  if (lines.length === 0) return <p>{words.t("state.empty")}</p>;
  return (
    <ol className="steps">
      {lines.map((line, index) => (
        <li key={index} data-depth={Math.min(line.depth, 6)}>
          <small>{line.what}</small>
          {line.label !== "" && (
            <p>
              {line.address === null ? (
                <bdi>{line.label}</bdi>
              ) : (
                <a href={addressOf(...line.address)}>{line.label}</a>
              )}
            </p>
          )}
          {line.hash !== null && <Hash value={line.hash} />}
          {line.details.map((detail) => (
            <p className="detail" key={detail}>
              {detail}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
