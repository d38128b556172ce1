// Addresses of the screen: hash routes that carry ids and codes only, never a name or a title.
import { useSyncExternalStore } from "react";

/** The parts of `#/case/<id>/report`: `["case", "<id>", "report"]`. Empty for the first screen. */
export type Route = readonly string[];

/** Parts with anything but letters, digits, dots and dashes are not ours. */
const partPattern = /^[A-Za-z0-9.-]{1,80}$/;

export function parseRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, "").split("/").filter(Boolean);
  return parts.length <= 5 && parts.every((part) => partPattern.test(part)) ? parts : [];
}

export function addressOf(...parts: readonly string[]): string {
  return `#/${parts.join("/")}`;
}

export function navigate(...parts: readonly string[]): void {
  window.location.hash = addressOf(...parts);
}

/** Re-renders when the address changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parseRoute(hash);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
