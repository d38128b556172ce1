import { createHash } from "node:crypto";
import { describeAcquisition } from "./acceptance/acquisition.ts";
import { createMemoryAcquisition } from "./acquisition.fake.ts";

describeAcquisition("in memory", (contents) =>
  Promise.resolve(
    createMemoryAcquisition({
      ...contents,
      digest: (algorithm, bytes) => createHash(algorithm).update(bytes).digest("hex"),
    }),
  ),
);
