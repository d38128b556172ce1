// Which category of SDG indicator 16.10.1 an event is counted in, or why in none.
import { acts } from "../acts.ts";
import { categoryRules, type CategoryLetter, type CategoryRule } from "./rule.ts";

/** Why an event is in no category. Catalogue: `count.category.<code>`. */
export type NotCounted = "not.no-category" | "not.no-link" | "not.actor-unknown" | "not.actor-unfit";
export type Category = CategoryLetter | NotCounted;

export type PerpetratorStatus = "state" | "non-state" | "unknown";

export interface EventFacts {
  readonly acts: readonly string[];
  /** Code of `defenceLinks`; null where nobody said. */
  readonly defence: string | null;
  readonly perpetrator: PerpetratorStatus;
  /** A State is said to have failed to protect. */
  readonly stateFailed: boolean;
}

export interface Categorised {
  readonly category: Category;
  /** The act that stands for the event: the first of the category, in order of the vocabulary; "unknown" where none is. */
  readonly act: string;
}

/** Ties to the work that the metadata accepts: on account of it, while doing it, or a State's failure so motivated. */
const links: ReadonlySet<string> = new Set(["because-of-work", "while-working", "state-failure"]);

/** The highest rank whose conditions are met; where none is, the reason of the highest. */
export function categoryOf(facts: EventFacts): Categorised {
  const inOrder = acts.terms.filter(({ code }) => facts.acts.includes(code));
  const actFor = (letter: string): string | undefined =>
    inOrder.find(({ crosswalk }) => crosswalk?.["sdg16101"] === letter)?.code;
  let refused: Categorised | null = null;
  for (const rule of categoryRules) {
    const act = actFor(rule.letter);
    if (act === undefined) continue;
    const reason = reasonAgainst(rule, facts);
    if (reason === null) return { category: rule.letter, act };
    refused ??= { category: reason, act };
  }
  const act = inOrder[0]?.code ?? facts.acts.toSorted()[0] ?? "unknown";
  return refused ?? { category: "not.no-category", act };
}

function reasonAgainst({ actor }: CategoryRule, facts: EventFacts): NotCounted | null {
  const { defence, perpetrator, stateFailed } = facts;
  if (defence === null || !links.has(defence)) return "not.no-link";
  const isState = perpetrator === "state";
  const fits =
    actor === "state"
      ? isState
      : actor === "state-or-failure"
        ? isState || stateFailed
        : perpetrator === "non-state" && stateFailed;
  if (fits) return null;
  return perpetrator === "unknown" ? "not.actor-unknown" : "not.actor-unfit";
}
