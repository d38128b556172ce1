// Two versions of a text, word by word, so that no word of Arabic is ever cut in two and Chinese is not one long word.
import { sharedPlaces } from "./differences.ts";
import { tokensOf, type Token } from "./tokens.ts";

export interface ComparedRun {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** The runs without `added` are `earlier`, those without `removed` are `later`. `language`: BCP 47 of the later one. */
export function compareWords(earlier: string, later: string, language: string): readonly ComparedRun[] {
  if (earlier === later) return earlier === "" ? [] : [{ kind: "same", text: earlier }];
  const [before, after] = [tokensOf(earlier, language), tokensOf(later, language)];
  const shared = sharedPlaces(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const runs = createRuns();
  let [x, y] = [0, 0];
  for (const [a, b] of [...withoutIslands(shared, before), [before.length, after.length] as const]) {
    const [removed, added] = [before.slice(x, a), after.slice(y, b)];
    const gap = removed[0]?.gap === added[0]?.gap ? (added[0]?.gap ?? "") : "";
    runs.push("same", gap);
    runs.push("removed", textOf(removed).slice(gap.length));
    runs.push("added", textOf(added).slice(gap.length));
    [x, y] = [a + 1, b + 1];
    const [one, other] = [before[a], after[b]];
    if (one === undefined || other === undefined) break;
    if (one.gap !== other.gap) {
      runs.push("removed", one.gap);
      runs.push("added", other.gap);
    } else runs.push("same", one.gap);
    runs.push("same", one.text);
  }
  return runs.done();
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ gap, text }) => gap + text).join("");
}

/** Words that stand alone between two long changes are chance: "of", or a comma. */
const longChange = 3;
const shortWord = 3;

type Places = ReturnType<typeof sharedPlaces>;

function withoutIslands(shared: Places, before: readonly Token[]): Places {
  const isApart = (at: number): boolean => {
    const [here, last] = [shared[at], shared[at - 1] ?? ([-1, -1] as const)];
    if (here === undefined) return true;
    const changed = [here[0] - last[0] - 1, here[1] - last[1] - 1] as const;
    return Math.min(...changed) >= longChange;
  };
  return shared.filter(([a], at) => {
    const isShort = (before[a]?.text.length ?? 0) <= shortWord;
    return !(isShort && at > 0 && at < shared.length - 1 && isApart(at) && isApart(at + 1));
  });
}

/** Runs of one kind are one run; between two that are the same, what was removed stands before what was added. */
function createRuns() {
  const runs: ComparedRun[] = [];
  let [removed, added, same] = ["", "", ""];
  const endChange = (): void => {
    if (removed !== "") runs.push({ kind: "removed", text: removed });
    if (added !== "") runs.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  const endSame = (): void => {
    if (same !== "") runs.push({ kind: "same", text: same });
    same = "";
  };
  return {
    push(kind: ComparedRun["kind"], text: string): void {
      if (text === "") return;
      if (kind === "same") {
        endChange();
        same += text;
        return;
      }
      endSame();
      if (kind === "removed") removed += text;
      else added += text;
    },
    done(): readonly ComparedRun[] {
      endSame();
      endChange();
      return runs;
    },
  };
}
