// Pull the thread: every step back from a sentence or a record to the hash of the bytes, beside the screen.
import type { ThreadStep } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { addressOf } from "../router.ts";
import { linesOfVault, type ThreadLine } from "../words/thread-lines.ts";
import { SidePanel } from "./side-panel.tsx";

export interface PulledThread {
  /** A record, or lines that are known. */
  readonly of: string | readonly ThreadLine[];
  /** How many records were open beside the page when it was pulled: it belongs to that step. */
  readonly step: number;
  /** The page on which it was pulled. */
  readonly page: string;
}

interface ThreadPanelProps {
  readonly thread: PulledThread["of"];
  /** A record that was opened from it stands before it. */
  readonly isHidden: boolean;
  readonly close: () => void;
}

export function ThreadPanel({ thread, isHidden, close }: ThreadPanelProps) {
  const words = useWords();
  const shows = typeof thread === "string" ? thread : thread.map(({ what, label }) => what + label).join();
  return (
    <SidePanel title={words.t("desk.thread")} shows={shows} isHidden={isHidden} close={close}>
      {typeof thread === "string" ? <ThreadOfRecord record={thread} /> : <Lines lines={thread} />}
    </SidePanel>
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
  // Where it ends without a file, it says so: nobody looks for a hash that is not there.
  const hasEnd = lines.some(({ hash, ends }) => hash !== null || ends);
  return (
    <>
      <Steps lines={lines} />
      {!hasEnd && <p className="note">{words.t("desk.thread.no-bytes")}</p>}
    </>
  );
}

function Steps({ lines }: { readonly lines: readonly ThreadLine[] }) {
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
                <a href={addressOf(...line.address)}>
                  <bdi>{line.label}</bdi>
                </a>
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
