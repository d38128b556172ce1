import { useSyncExternalStore } from "react";

/** Whether the page is being laid out for paper: a form becomes what is written in it. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia("print").matches);
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia("print");
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
