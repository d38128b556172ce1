// A negotiated text on the desk: positions stay covered until somebody asks and leave one by one, a phrase is found in earlier
// texts with who agreed to it, words of hints are set aside, and the adopted text goes over to the commitments.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordId } from "@tocsin/core";
import { createProgram } from "@tocsin/node";
import { captureDraft, type HintWordLists } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults } from "./real-desk.ts";
import { startStory, type Teller } from "./story.ts";

const passphrase = "a sentence for tests";
const delegation = "Delegation of Example State A";
const en = (text: string) => ({ text, lang: "en" });
const text = "1. Calls upon all States to refrain from example shutdowns;\n\n2. Decides to remain seized.";

describe.skipIf(chromiumPath() === undefined)(
  "a negotiated text on the desk",
  { timeout: 3 * patience },
  () => {
    let place: string;
    let teller: Teller;
    let negotiation: RecordId;
    let position: RecordId;
    let adopted: RecordId;
    let older: RecordId;

    beforeAll(async () => {
      place = await mkdtemp(join(tmpdir(), "tocsin-texts-"));
      const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
      const program = await createProgram(join(place, "vault"), { passphrase, deviceName: "laptop", cost });
      const { workspace } = program;
      const create = async (kind: string, values: object): Promise<RecordId> => {
        const { records } = await workspace.run("record.create", { kind, values });
        const [record] = records;
        if (record === undefined) throw new Error(`no ${kind} was made`);
        return record;
      };
      negotiation = await create("negotiation", { title: en("Example resolution") });
      const capture = async (stage: string, dated: string): Promise<RecordId> => {
        const bytes = new TextEncoder().encode(text);
        const about = { title: en(`Example draft, ${stage}`), language: "en", sharing: "open", stage, dated };
        return (await captureDraft(workspace, { negotiation, bytes, ...about })).draft;
      };
      older = await capture("tabled", "2026-03-01");
      adopted = await capture("adopted", "2026-04-01");
      position = await create("position", {
        negotiation,
        delegation: en(delegation),
        stance: "oppose",
        source: en("Example source"),
        confidence: "doubted",
      });
      await create("agreedLanguage", {
        phrase: en("refrain from example shutdowns"),
        instrument: "EXAMPLE/RES/0",
        adopted: "consensus",
        agreedBy: en("Every member of an example body"),
      });
      await program.close();
      const vault = { TOCSIN_VAULT: join(place, "vault"), TOCSIN_PASSPHRASE: passphrase };
      teller = await startStory({ locale: "en", width: 1360, vault });
    }, 2 * patience);
    afterAll(async () => {
      await teller.close();
      await rm(place, { recursive: true });
    });

    const goTo = async (...parts: readonly string[]): Promise<void> => {
      await teller.page.evaluate(`location.hash = "#/${parts.join("/")}"`);
    };

    it("shows no delegation before somebody asks, neither in the room nor on the record's own page", async () => {
      const { page, t, press } = teller;
      await goTo("negotiation", negotiation);
      for (const place of ["room", "record"] as const) {
        if (place === "record") await goTo("position", position);
        await page.getByText(t("texts.positions.cover")).waitFor();
        expect(await page.getByText(delegation).count()).toBe(0);
        expect(await axeFaults(page)).toEqual([]);
        await press("texts.positions.show");
        if (place === "room") await page.getByText(delegation).first().waitFor();
        else await page.getByRole("textbox", { name: t("position.delegation"), exact: true }).waitFor();
        expect(await axeFaults(page)).toEqual([]);
        await teller.look(`texts-walk-1-${place}`);
      }
    });

    it("lets one position out with a name and a reason, and keeps it inside again", async () => {
      const { page, t, press, unfold, type, ask } = teller;
      const isOut = async (): Promise<unknown> => {
        const { values } = (await ask("record.show", { record: position })) as {
          values: Record<string, unknown>;
        };
        return values["mayLeave"] ?? false;
      };
      await page.getByText(t("texts.positions.is-in")).waitFor();
      await unfold("texts.positions.let-out");
      await type("position.letOutBy", "Example Reader");
      await type("position.letOutWhy", "It was said in public");
      await press("texts.positions.let-out");
      await page.getByText(t("texts.positions.is-out")).waitFor();
      expect(await isOut()).toBe(true);
      await press("texts.positions.keep-in");
      await page.getByText(t("texts.positions.is-in")).waitFor();
      expect(await isOut()).toBe(false);
    });

    it("finds a phrase in earlier texts, with who agreed to it, and keeps one that it found", async () => {
      const { page, t, press, type, ask } = teller;
      await goTo("negotiation", negotiation);
      await type("texts.earlier.phrase", "to refrain from example shutdowns");
      await press("texts.earlier.find");
      await page.getByText(t("texts.earlier.agreed", { who: "Every member of an example body" })).waitFor();
      await page.getByText(t("texts.earlier.agreed-unknown")).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole("button", { name: /^Keep as agreed language:/u }).click();
      await expect
        .poll(
          async () =>
            ((await ask("record.list", { kind: "agreedLanguage" })) as { rows: unknown[] }).rows.length,
          {
            timeout: patience,
          },
        )
        .toBe(2);
    });

    it("lets words of hints be read, and one of the program be set aside", async () => {
      const { page, t, unfold, ask } = teller;
      await unfold("texts.hint-words");
      await page
        .getByRole("button", { name: t("texts.hint-words.set-aside", { words: "as applicable" }) })
        .click();
      await page.getByRole("link", { name: "as applicable" }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      const { lists } = (await ask("hint.words", { language: "en" })) as HintWordLists;
      expect(lists[0]?.unused.map(({ words }) => words)).toEqual(["as applicable"]);
      expect(lists[0]?.qualifiers.map(({ words }) => words)).not.toContain("as applicable");
    });

    it("hands the adopted text over to the commitments, once", async () => {
      const { page, t, press, unfold, type, ask } = teller;
      const count = async (kind: string): Promise<number> =>
        ((await ask("record.list", { kind })) as { rows: unknown[] }).rows.length;
      const before = await count("commitment");
      await goTo("draft", older);
      await page.getByText(t("texts.paragraphs")).first().waitFor();
      expect(await page.getByText(t("texts.hand-over"), { exact: true }).count()).toBe(0);
      await goTo("draft", adopted);
      await unfold("texts.hand-over");
      await type("handOver.by", "Example Reader");
      await press("texts.hand-over");
      await expect.poll(() => count("handOver"), { timeout: patience }).toBe(2);
      expect(await count("commitment")).toBe(before + 2);
      expect(await axeFaults(page)).toEqual([]);
    });

    it("shows how a comparison is let out, in light and dark, wide and narrow", async () => {
      const { page, t } = teller;
      await goTo("draft", adopted, "compare", older);
      await page.getByRole("textbox", { name: t("texts.release.author"), exact: true }).waitFor();
      for (const colorScheme of ["light", "dark"] as const)
        for (const width of [1360, 360]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          expect(await axeFaults(page), `${colorScheme} ${width}`).toEqual([]);
          expect(
            await page.evaluate(
              "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
            ),
            `${colorScheme} ${width}`,
          ).toBe(true);
          await teller.look(`texts-walk-2-compare-${colorScheme}-${width}`);
        }
      expect(teller.problems).toEqual([]);
    });
  },
);
