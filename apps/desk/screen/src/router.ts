// Addresses of the screen: hash routes that carry ids and codes only, never a name or a title. Behind `~` stands what is
// open beside the page: `#/incident/<id>/~/person/<id>`.
import { useSyncExternalStore } from "react";

/** The parts of `#/case/<id>/report`: `["case", "<id>", "report"]`. Empty for the first screen. */
export type Route = readonly string[];

export interface Address {
  readonly route: Route;
  /** What was opened beside the page, one step after the other; the last one is seen. */
  readonly beside: readonly Route[];
}

/** Parts with anything but letters, digits, dots and dashes are not ours. */
const partPattern = /^[A-Za-z0-9.-]{1,80}$/;
const mark = "~";
/** An address does not grow for ever: the steps longest ago go first. */
const mostBeside = 8;

export function parseAddress(hash: string): Address {
  const [page = "", ...beside] = hash.replace(/^#?\/?/, "/").split(`/${mark}/`);
  const steps = beside.map(routeIn).filter((step) => step.length > 0);
  return { route: routeIn(page), beside: steps.slice(-mostBeside) };
}

/** The page of an address, whatever is beside it. */
export function parseRoute(hash: string): Route {
  return parseAddress(hash).route;
}

function routeIn(address: string): Route {
  const parts = address.split("/").filter(Boolean);
  return parts.length <= 5 && parts.every((part) => partPattern.test(part)) ? parts : [];
}

export function addressOf(...parts: readonly string[]): string {
  return `#/${parts.join("/")}`;
}

export function addressWith({ route, beside }: Address): string {
  const steps = beside.slice(-mostBeside).flatMap((step) => [mark, ...step]);
  return addressOf(...route, ...steps);
}

export function navigate(...parts: readonly string[]): void {
  window.location.hash = addressOf(...parts);
}

/** Re-renders when the address changes. */
export function useAddress(): Address {
  return parseAddress(useSyncExternalStore(subscribe, () => window.location.hash));
}

export function useRoute(): Route {
  return useAddress().route;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
