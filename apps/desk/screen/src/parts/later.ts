import { lazy, type ComponentType } from "react";

/** Read when it is asked for, so that the first screen is there sooner. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy(async () => ({ default: await load() }));
}
