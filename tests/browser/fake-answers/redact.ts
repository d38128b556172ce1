// A picture in the evidence: a made-up one of a few pixels, with what it carries.
import { makePng } from "@tocsin/formats/fakes";
import { ids, type Answer } from "./answer.ts";

const [width, height] = [160, 100];
const bytes = makePng({
  width,
  height,
  colour: (x, y) => (x > 60 && x < 90 && y > 20 && y < 60 ? [214, 168, 132] : [150, 190, 210]),
});
const url = `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;

export const redactAnswers: Readonly<Record<string, Answer>> = {
  [`/api/evidence/${ids.evidence}/picture`]: () => ({
    width,
    height,
    pages: [0],
    extras: ["position", "camera", "thumbnail", "text", "trailing"].map((kind) => ({ kind, bytes: 12 })),
    url,
  }),
  [`/api/evidence/${ids.evidence}/redact`]: () => ({ job: "redactjob" }),
};

/** The copy, made. */
export const redactJob = {
  id: "redactjob",
  kind: "redact",
  state: "done",
  progress: null,
  found: { findings: 0, verdicts: 0 },
  startedAt: 0,
  result: { evidence: ids.evidence, of: ids.evidence, width, height, removed: ["position"], url },
};
