import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const bodies = ({ desk }: Visit, path: string): readonly unknown[] =>
  desk.asked.filter((each) => each.path === path).map(({ body }) => body);
const key = `age1${"q".repeat(58)}`;
const bundle = ["bundle", "evidence", ids.evidence];

describe.skipIf(chromiumPath() === undefined)("what leaves the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const typeKeys = async ({ page, go }: Visit, keys: string): Promise<void> => {
    await go(...bundle);
    await page.getByRole("radio", { name: /^Sealed to a key/ }).check();
    await page.getByRole("textbox", { name: "Public key of the recipient" }).fill(keys);
  };

  it("says of a recipient's key as it is typed whether it is one, and of a secret one that it must not be sent", async () => {
    const shown = await visit(browser);
    const { page } = shown;
    await typeKeys(shown, key.slice(0, -1));
    await page.getByText("This is no whole key").waitFor();
    await page.getByRole("textbox", { name: "Public key of the recipient" }).fill("AGE-SECRET-KEY-1QQQQ");
    await page.getByText("This is a secret key.").waitFor();
    await page.getByRole("textbox", { name: "Public key of the recipient" }).fill(`${key}\n${key}`);
    await page.getByText("They are 2 whole keys").waitFor();
    expect(bodies(shown, "/api/bundle")).toEqual([]);
    await shown.close();
  });

  const approve = async ({ page, go }: Visit): Promise<Locator> => {
    await go(...bundle);
    await page.getByRole("textbox", { name: /Approved by/ }).fill("Example Approver");
    return page.getByRole("button", { name: "Approve and make the bundle" });
  };

  it("names no key for a bundle whose evidence leaves as it lies", async () => {
    const shown = await visit(browser);
    const make = await approve(shown);
    await make.click();
    await expect.poll(() => bodies(shown, "/api/bundle")).toMatchObject([{ recipients: [] }]);
    await shown.close();
  });

  it("makes no sealed bundle before there is a key, and names it then", async () => {
    const shown = await visit(browser);
    const make = await approve(shown);
    await shown.page.getByRole("radio", { name: /^Sealed to a key/ }).check();
    expect(await make.isDisabled()).toBe(true);
    await shown.page.getByRole("textbox", { name: "Public key of the recipient" }).fill(key);
    await expect.poll(() => make.isDisabled()).toBe(false);
    await make.click();
    await expect.poll(() => bodies(shown, "/api/bundle")).toMatchObject([{ recipients: [key] }]);
    await shown.close();
  });

  it("asks an authority at the address that was typed, after it has said what that discloses", async () => {
    const shown = await visit(browser);
    const { page, go } = shown;
    await go("vault");
    await page.getByText("Ask an authority now, over the network").click();
    await page.getByText("This connects to another computer").waitFor();
    await page.getByText(/^What is sent: a hash/).waitFor();
    const ask = page.getByRole("button", { name: "Connect and ask" });
    const address = page.getByRole("textbox", { name: "Address of the authority" });
    expect([await address.inputValue(), await ask.isDisabled()]).toEqual(["", true]);
    await address.fill(" http://127.0.0.1:9/tsr ");
    await ask.click();
    await expect
      .poll(() => bodies(shown, "/api/anchors/ask"))
      .toEqual([{ authority: "http://127.0.0.1:9/tsr" }]);
    await page
      .getByText(/nobody vouches for the certificate/)
      .first()
      .waitFor();
    await shown.close();
  });

  const open = async ({ page }: Visit): Promise<void> => {
    for (const summary of await page.locator("main summary").all()) await summary.click();
  };
  it("has nothing that axe finds and nothing that sticks out where a key is typed, in every circumstance", async () => {
    const prepare = async (shown: Visit): Promise<void> => {
      await open(shown);
      await shown.page.getByRole("radio").last().check();
      await shown.page.locator(".ways textarea").fill(key.slice(1));
      await shown.page.locator(".ways [slot=errorMessage]").waitFor();
    };
    expect(await look(browser, { name: "bundle", route: bundle, prepare })).toEqual([]);
  });

  it("nor where an authority is asked", async () => {
    expect(await look(browser, { name: "vault", route: ["vault"], prepare: open })).toEqual([]);
  });
});
