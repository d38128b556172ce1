// How well and how fast redrafts are aligned, beside an exact longest common subsequence of paragraphs, and how fast long
// texts are compared word by word. The redrafts are made up (tools/make-redrafts.ts), so that the truth is known.
import { alignTexts, compareWords } from "@tocsin/texts";
import { makeLongText, makeRedraft, type Redraft } from "../tools/make-redrafts.ts";

const paragraphs = 120;
const drafts = 20;
const rounds = 5;
/** Of the seeds that nothing was tuned with. */
const firstSeed = 5_800;
const leastF1 = 0.98;
const mostAligning = 200;
const mostComparing = 100;

type Pairs = readonly (readonly [number, number])[];

export async function bench() {
  const redrafts = (["en", "ar"] as const).map((language) => ({
    language,
    made: Array.from({ length: drafts }, (_, at) =>
      makeRedraft({ seed: firstSeed + at, paragraphs, language }),
    ),
  }));
  const figures = [
    ...redrafts.flatMap(({ language, made }) => alignmentFigures(language, made)),
    ...(["en", "ar"] as const).map(comparisonFigure),
    longFigure(),
  ];
  return {
    name: `Negotiated texts (${drafts} redrafts of ${paragraphs} paragraphs in each language)`,
    figures,
    note:
      "The redrafts are made up: real rewriting is harder, and what is proposed a person confirms. F1 is of pairs of " +
      "paragraphs; against: an exact longest common subsequence. Times are of the processor: those of alignment are medians over the redrafts, those of words the best of five rounds.",
  };
}

function alignmentFigures(language: "en" | "ar", made: readonly Redraft[]) {
  const times: number[] = [];
  const ours = made.map(({ before, after }) => {
    const sides = [before, after].map((side) => side.map((text) => ({ text, label: null })));
    const { result, time } = spent(() => alignTexts(sides[0] ?? [], sides[1] ?? [], language));
    times.push(time);
    return result.links.flatMap((link) =>
      link.before.flatMap((one) => link.after.map((other) => [one, other] as const)),
    );
  });
  const exact = made.map(({ before, after }) => exactPairs(before, after));
  const f1 = scoreOf(ours, made);
  const time = medianOf(times);
  return [
    {
      label: `F1 of alignment (${language})`,
      value: f1,
      unit: "",
      against: { label: "exact LCS", value: scoreOf(exact, made), unit: "" },
      target: `at least ${leastF1}`,
      met: f1 >= leastF1,
    },
    {
      label: `time of one alignment (${language})`,
      value: time,
      unit: "ms",
      target: `at most ${mostAligning}`,
      met: time <= mostAligning,
    },
  ];
}

function scoreOf(found: readonly Pairs[], made: readonly Redraft[]): number {
  let [right, wrong, missed] = [0, 0, 0];
  for (const [at, pairs] of found.entries()) {
    const truth = new Set((made[at]?.truth ?? []).map(String));
    const hits = pairs.filter((each) => truth.has(String(each))).length;
    right += hits;
    wrong += pairs.length - hits;
    missed += truth.size - hits;
  }
  return (2 * right) / (2 * right + wrong + missed);
}

/** By the textbook, over whole paragraphs. */
function exactPairs(before: readonly string[], after: readonly string[]): Pairs {
  const lengths = Array.from({ length: before.length + 1 }, () => new Int32Array(after.length + 1));
  const at = (x: number, y: number): number => lengths[x]?.[y] ?? 0;
  for (let x = before.length - 1; x >= 0; x -= 1)
    for (let y = after.length - 1; y >= 0; y -= 1) {
      const row = lengths[x];
      if (row) row[y] = before[x] === after[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  const pairs: [number, number][] = [];
  for (let [x, y] = [0, 0]; x < before.length && y < after.length;)
    if (before[x] === after[y]) {
      pairs.push([x, y]);
      [x, y] = [x + 1, y + 1];
    } else if (at(x + 1, y) >= at(x, y + 1)) x += 1;
    else y += 1;
  return pairs;
}

function comparisonFigure(language: "en" | "ar") {
  const { before, after } = makeLongText(5_300, { seed: 58, language });
  const times = Array.from({ length: rounds }, () => spent(() => compareWords(before, after, language)).time);
  const time = Math.min(...times);
  return {
    label: `5300 words compared, a tenth of them changed (${language})`,
    value: time,
    unit: "ms",
    target: `at most ${mostComparing}`,
    met: time <= mostComparing,
  };
}

function longFigure() {
  const { before, after } = makeRedraft({ seed: 58, paragraphs: 10_000 });
  const sides = [before, after].map((side) => side.map((text) => ({ text, label: null })));
  const { time } = spent(() => alignTexts(sides[0] ?? [], sides[1] ?? [], "en"));
  return { label: "10000 paragraphs aligned", value: time, unit: "ms", met: true };
}

/** Milliseconds of the processor, whatever else the machine does. */
function spent<Result>(act: () => Result): { readonly result: Result; readonly time: number } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { result, time: (user + system) / 1000 };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
