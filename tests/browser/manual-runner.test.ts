import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Guide, Step } from "../../apps/desk/screen/src/index.ts";
import { chromiumPath } from "./chromium.ts";
import { launch } from "./fake-visit.ts";
import { walkGuide } from "./manual-runner.ts";

const guide = (...steps: readonly Step[]): Guide => ({ name: "planted", screens: [], steps });

const right = guide(
  { do: "write", field: "Name", text: { said: "somebody" } },
  { do: "choose", field: "Kind", term: "Second" },
  { do: "press", button: "Send" },
  { do: "see", text: { said: "Sent somebody second" } },
);

const page = ({ style = "", before = "" } = {}): string => `<!doctype html>
<html lang="en"><head><title>Planted</title><style>${style}</style></head><body><main><h1>Planted</h1>${before}
<label>Name <input id="name"></label>
<label>Kind <select id="kind"><option>First</option><option>Second</option></select></label>
<button onclick="said.textContent = 'Sent ' + document.getElementById('name').value + ' ' + kind.value.toLowerCase()">Send</button>
<p id="said"></p></main></body></html>`;

/** Its road is behind a button, and closes by itself the first time. */
const late = `<!doctype html>
<html lang="en"><head><title>Late</title></head><body>
<button onclick="pressed()">desk.nav.menu</button>
<nav aria-label="desk.nav.label"><a id="road" href="#cases" hidden>Cases</a></nav><main><h1>Late</h1></main>
<script>
  let times = 0;
  function pressed() {
    times += 1;
    road.hidden = !road.hidden;
    if (times === 1) road.hidden = true;
  }
</script></body></html>`;

/** Gives the focus back to itself, whatever a person presses. */
const trap = `<button onkeydown="if (event.key === 'Tab') event.preventDefault()">Trap</button>`;

/** What fails here fails for good: the time only says when it is given up. */
const soon = 2000;

describe.skipIf(chromiumPath() === undefined)("the walk through a guide", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const walked = async (content: string, planted: Guide, time?: number): Promise<readonly object[]> => {
    const context = await browser.newContext({ viewport: { width: 640, height: 450 } });
    const shown = await context.newPage();
    if (time !== undefined) shown.setDefaultTimeout(time);
    await shown.setContent(content);
    try {
      return await walkGuide(
        { page: shown, t: (key) => key, inputs: "", passphrase: "", sheet: [] },
        planted,
      );
    } finally {
      await context.close();
    }
  };

  it("finds nothing wrong where everything is as the guide says", async () => {
    expect(await walked(page(), right)).toEqual([]);
  });

  it("fails at a step that names what is not there", async () => {
    const wrong = guide(...right.steps.slice(0, 2), { do: "press", button: "Send it" });
    await expect(walked(page(), wrong, soon)).rejects.toThrow("step 3 of guide planted");
  });

  it("fails where what must be seen is not seen", async () => {
    const wrong = guide(...right.steps.slice(0, 3), { do: "see", text: { said: "Sent somebody first" } });
    await expect(walked(page(), wrong, soon)).rejects.toThrow("step 4 of guide planted");
  });

  it("fails where what a press is to bring was there before it", async () => {
    const walk = walked(page({ before: "<p>Sent somebody second</p>" }), right, soon);
    await expect(walk).rejects.toMatchObject({
      cause: { message: expect.stringContaining("seen before the step") as unknown },
    });
  });

  it("does not take a part of a sentence for what must be seen", async () => {
    const wrong = guide(...right.steps.slice(0, 3), { do: "see", text: { said: "Sent somebody" } });
    await expect(walked(page(), wrong, soon)).rejects.toThrow("step 4 of guide planted");
  });

  it("opens the road again where a page that came late has closed it", async () => {
    const go = guide({ do: "go", to: { said: "Cases" } });
    expect(await walked(late, go)).toEqual([]);
  });

  it("fails at a focus trap", async () => {
    const walk = walked(page({ before: trap }), right);
    await expect(walk).rejects.toMatchObject({
      cause: { message: expect.stringContaining("Cannot reach by keyboard") as unknown },
    });
  });

  it("tells of a contrast that is too weak", async () => {
    expect(await walked(page({ style: "button { color: #bbb; background: #fff }" }), right)).toMatchObject([
      { id: "color-contrast" },
    ]);
  });

  it("fails where the page is wider than the screen", async () => {
    const walk = walked(page({ style: "h1 { inline-size: 1000px }" }), right);
    await expect(walk).rejects.toThrow("step 1 of guide planted");
  });
});
