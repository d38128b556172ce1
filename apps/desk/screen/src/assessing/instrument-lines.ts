// Which versions of instruments are offered.
import type { InstrumentLine } from "@tocsin/workspace";

/** Of each name the version that is offered; older ones stay with the assessments that were made by them. */
export function newestOf(instruments: readonly InstrumentLine[]): readonly InstrumentLine[] {
  const offered = instruments.filter(({ retired }) => !retired);
  return offered.filter(
    ({ id, version }) => !offered.some((other) => other.id === id && other.version > version),
  );
}
