// A picture in the evidence: a made-up one of a few pixels, with what it carries.
import { makePng } from "@tocsin/formats/fakes";
import { idOf, ids, sha256, type Answer } from "./answer.ts";

/** A PDF of two pages. */
export const documentId = idOf("d");

const [width, height] = [160, 100];
const pictureOf = (top: number, high: number): string => {
  const bytes = makePng({
    width,
    height: high,
    colour: (x, y) => (x > 60 && x < 90 && y + top > 20 && y + top < 60 ? [214, 168, 132] : [150, 190, 210]),
  });
  return `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
};
const url = pictureOf(0, height);
/** Of the PDF, one a page. */
const halves = [pictureOf(0, 50), pictureOf(50, 50)];

export const redactAnswers: Readonly<Record<string, Answer>> = {
  [`/api/evidence/${ids.evidence}/picture`]: () => ({
    width,
    height,
    pages: [{ top: 0, width, height }],
    extras: ["position", "camera", "thumbnail", "text", "trailing"].map((kind) => ({ kind, bytes: 12 })),
    shown: [{ page: 0, url }],
  }),
  [`/api/evidence/${documentId}/picture`]: () => ({
    width,
    height,
    pages: [0, 50].map((top) => ({ top, width, height: 50 })),
    extras: [{ kind: "document", bytes: 12 }],
    shown: [0, 1].map((page) => ({ page, url: halves[page] })),
  }),
  [`/api/evidence/${documentId}/words`]: (input) => {
    const isNames = JSON.stringify(input).includes('"names":true');
    const region = { x: 10, y: 20, width: 30, height: 5 };
    return {
      phrases: isNames ? ["Wanda Example"] : ["street", "nowhere"],
      counts: isNames ? [2] : [1, 0],
      boxes: [
        { phrase: 0, page: 1, region },
        ...(isNames ? [{ phrase: 0, page: 2, region: { ...region, y: 70 } }] : []),
      ],
      pages: 2,
      unread: 1,
      isCut: false,
    };
  },
  [`/api/evidence/${documentId}/redact/preview`]: () => ({ job: "previewjob" }),
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
  about: ids.evidence,
  result: {
    evidence: ids.evidence,
    of: ids.evidence,
    width,
    height,
    removed: ["position"],
    sha256,
    regions: [],
    pages: [{ top: 0, width, height }],
    shown: [{ page: 0, url }],
  },
};

/** The copy of the PDF as it would be made, with one part covered; nothing is kept. */
export const previewJob = {
  ...redactJob,
  id: "previewjob",
  about: documentId,
  result: {
    ...redactJob.result,
    evidence: null,
    of: documentId,
    regions: [
      { x: 10, y: 20, width: 30, height: 5 },
      { x: 10, y: 70, width: 30, height: 5 },
    ],
  },
};
