// A bar on a terminal, and nothing elsewhere.
import type { Translator } from "@tocsin/language";
import type { Terminal } from "./parts.ts";
import { showableLine } from "./showable.ts";
import { sizeText } from "./sizes.ts";

export interface ProgressState {
  readonly done: number;
  /** Null where nobody knows. */
  readonly total: number | null;
  readonly unit: "bytes" | "files" | "rows" | "steps";
  readonly at?: string;
}

export interface Progress {
  show(state: ProgressState): void;
  end(): void;
}

export interface ProgressOptions {
  readonly terminal: Terminal;
  readonly translator: Translator;
  readonly clock: () => number;
}

const interval = 100;

export function createProgress({ terminal, translator, clock }: ProgressOptions): Progress {
  let next = 0;
  let isShown = false;
  return {
    show: (state) => {
      if (!terminal.isInteractive || clock() < next) return;
      next = clock() + interval;
      isShown = true;
      terminal.status(progressLine(state, translator, terminal.columns));
    },
    end: () => {
      if (isShown) terminal.status(null);
      isShown = false;
    },
  };
}

const barLength = 20;

/** `[########............] 41 %  12 MB of 30 MB  sms.db`, cut to the terminal's width. */
function progressLine(state: ProgressState, translator: Translator, columns: number): string {
  const { done, total, unit, at = "" } = state;
  const amount = (count: number): string =>
    unit === "bytes" ? sizeText(count, translator) : translator.t("cli.progress.count", { count });
  const share = total === null || total <= 0 ? null : Math.min(done / total, 1);
  const parts =
    share === null
      ? [translator.t("cli.progress.so-far", { done: amount(done) })]
      : [
          `[${"#".repeat(Math.floor(share * barLength)).padEnd(barLength, ".")}]`,
          `${Math.floor(share * 100)} %`,
          translator.t("cli.progress.of", { done: amount(done), total: amount(total ?? 0) }),
        ];
  return [...parts, showableLine(at)].join("  ").slice(0, Math.max(columns - 1, 20));
}
