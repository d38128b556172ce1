// The whole manual in one language, on the real program: one vault, one page at 200 % zoom, guide after guide.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guides } from "../../apps/desk/screen/src/index.ts";
import { chromiumPath } from "./chromium.ts";
import { startWalk } from "./manual-desk.ts";
import { walkGuide, type Walk } from "./manual-runner.ts";
import { startRealDesk, type RealDesk } from "./real-desk.ts";

export function walkManual(locale: string): void {
  describe.skipIf(chromiumPath() === undefined)(`the manual in ${locale}, by keyboard at 200 % zoom`, () => {
    let desk: RealDesk;
    let walk: Walk;
    beforeAll(async () => {
      desk = await startRealDesk();
      walk = await startWalk(desk, locale);
    });
    afterAll(() => desk.close());

    it.each(guides.map(({ name }) => name))("does what the guide %s says", async (name) => {
      const guide = guides.find((each) => each.name === name);
      expect(guide === undefined ? [name] : await walkGuide(walk, guide)).toEqual([]);
    });
  });
}
