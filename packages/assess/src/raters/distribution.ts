// Levels taken together: how many of each, and how much was rated at all. Within one scale alone, without a mean, without
// a rank, and "no information" beside the rated ones and never among them.
import {
  noInformation,
  ratedLevels,
  type Level,
  type QuestionScale,
  type RatedLevel,
} from "../instruments/instrument.ts";

export interface Distribution {
  readonly scale: QuestionScale;
  readonly levels: Readonly<Record<RatedLevel, number>>;
  /** How many of what was asked have a level that says something. */
  readonly rated: number;
  readonly noInformation: number;
  /** Asked, and not settled or not answered yet. */
  readonly open: number;
  /** All that was asked: rated, without information, and open. */
  readonly asked: number;
}

export interface LevelOnScale {
  readonly scale: QuestionScale;
  /** Null where there is none yet. */
  readonly level: Level | null;
}

/** One for each scale that something was asked on. What was not asked does not belong in it. */
export function distributionsOf(found: readonly LevelOnScale[]): readonly Distribution[] {
  const scales = [...new Set(found.map(({ scale }) => scale))];
  return scales.map((scale) => {
    const those = found.filter((each) => each.scale === scale).map(({ level }) => level);
    const count = (level: Level | null): number => those.filter((each) => each === level).length;
    const rated = ratedLevels.reduce((sum, level) => sum + count(level), 0);
    return {
      scale,
      levels: { met: count("met"), partly: count("partly"), "not-met": count("not-met") },
      rated,
      noInformation: count(noInformation),
      open: count(null),
      asked: those.length,
    };
  });
}
