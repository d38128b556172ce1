// Where a form or a record is drawn: on a page of its own, or beside one. What it is called and where it leads depends on it.
import { createContext, use } from "react";
import { navigate, useRoute, type Route } from "../router.ts";

interface DrawnIn {
  /** Its own address: a form is kept under it. */
  readonly route: Route;
  readonly isBeside: boolean;
  /** Goes on to another address in the same place. */
  leave(to: Route): void;
}

const DrawnInContext = createContext<DrawnIn | null>(null);

export const DrawnInProvider = DrawnInContext.Provider;

export function useDrawnIn(): DrawnIn {
  const beside = use(DrawnInContext);
  const route = useRoute();
  return beside ?? { route, isBeside: false, leave: (to) => navigate(...to) };
}
