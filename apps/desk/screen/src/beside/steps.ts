// Going from one record to the next beside the page, and back. Every step is one of the browser's own, so that its Back
// takes the last one back; the history knows how many there are, whatever was loaded anew in between.
import { addressWith, parseAddress, type Address, type Route } from "../router.ts";

function here(): Address {
  return parseAddress(window.location.hash);
}

/** Steps beside the page that lie behind this one in the browser's history; 0 for an address that was typed. */
function stepsBehind(): number {
  const state: unknown = window.history.state;
  if (typeof state !== "object" || state === null || !("beside" in state)) return 0;
  return typeof state.beside === "number" ? state.beside : 0;
}

export function openBeside(step: Route): void {
  const { route, beside } = here();
  if (beside.at(-1)?.join("/") === step.join("/")) return;
  const behind = stepsBehind() + 1;
  window.location.hash = addressWith({ route, beside: [...beside, step] });
  window.history.replaceState({ beside: behind }, "");
}

/** Puts something in the place of the last step: a form becomes the record that was made with it. */
export function replaceBeside(step: Route): void {
  const { route, beside } = here();
  replace({ route, beside: [...beside.slice(0, -1), step] });
}

export interface WaysBack {
  stepBack(): void;
  /** The page alone again, and as many steps back in the history as led away from it. */
  closeBeside(): void;
}

/** The browser goes back a moment later: who presses twice until then means the same step. */
export function createWaysBack(): WaysBack {
  let isGoing = false;
  const goBack = (steps: number): void => {
    if (isGoing) return;
    isGoing = true;
    const arrived = (): void => {
      isGoing = false;
    };
    window.addEventListener("popstate", arrived, { once: true });
    window.history.go(-steps);
  };
  return {
    stepBack() {
      const { route, beside } = here();
      if (stepsBehind() > 1) goBack(1);
      else replace({ route, beside: beside.slice(0, -1) });
    },
    closeBeside() {
      const behind = stepsBehind();
      if (behind > 0) goBack(behind);
      else replace({ route: here().route, beside: [] });
    },
  };
}

function replace(address: Address): void {
  const { state }: { readonly state: unknown } = window.history;
  window.location.replace(addressWith(address));
  window.history.replaceState(state, "");
}
