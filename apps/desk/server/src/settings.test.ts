import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, passphrase, type TestDesk } from "./desk.fake.ts";
import { usualSettings } from "./settings.ts";

let test: TestDesk;
beforeEach(() => {
  test = createTestDesk();
});
afterEach(() => test.close());

const settingsOf = async (): Promise<unknown> => (await test.ask("GET", "/api/session")).body.settings;

describe("the settings of a device", () => {
  it("are the usual ones until somebody changes them, with or without a vault", async () => {
    expect(await settingsOf()).toEqual(usualSettings);
    const { body } = await test.ask("POST", "/api/settings", { ground: "dark", aside: "notes" });
    expect(body.settings).toEqual({ ...usualSettings, ground: "dark", aside: "notes" });
  });

  it("are kept in the vault, and applied by another program that opens it", async () => {
    await test.createVault();
    const told = { language: "ar", idle: 5, ground: "dark", me: "R. Example", copyTo: "/media/stick" };
    await test.ask("POST", "/api/settings", told);
    await test.ask("POST", "/api/settings", { me: "", ground: "light" });
    const path = test.desk.vault.folder;
    await test.ask("POST", "/api/vault/lock", {});
    expect(await settingsOf()).toMatchObject({ ground: "light", copyTo: "/media/stick" });
    await test.desk.close();
    const other = createTestDesk();
    const { body } = await other.ask("POST", "/api/vault/open", { path, passphrase });
    expect(body.locale).toBe("ar");
    expect(body.settings).toMatchObject({ ground: "light", me: "", copyTo: "/media/stick" });
    expect((await other.ask("GET", "/api/watch")).body.minutes).toBe(5);
    await other.close();
  });

  it("keep one record for a device, however often they change, and none for a change of nothing", async () => {
    await test.createVault();
    for (const ground of ["dark", "light", "dark", "dark"])
      await test.ask("POST", "/api/settings", { ground });
    const { body } = await test.ask("POST", "/api/query/record.list", { input: { kind: "settings" } });
    expect(body.rows).toHaveLength(1);
    const page = await test.ask("POST", "/api/query/record.show", { input: { record: body.rows[0].id } });
    expect(page.body.values.ground).toBe("dark");
    expect(page.body.history).toHaveLength(3);
  });

  it("do not undo what somebody chose since the program began", async () => {
    await test.createVault();
    await test.ask("POST", "/api/locale", { locale: "es" });
    const path = test.desk.vault.folder;
    await test.desk.close();
    const other = createTestDesk({ desk: { lockAfter: 30 } });
    await other.ask("POST", "/api/locale", { locale: "ar" });
    const { body } = await other.ask("POST", "/api/vault/open", { path, passphrase });
    expect(body.locale).toBe("ar");
    expect((await other.ask("GET", "/api/watch")).body.minutes).toBe(30);
    await other.close();
  });

  it.each([
    { ground: "pink" },
    { aside: "../x" },
    { idle: -1 },
    { language: "xx" },
    { me: 4 },
    { device: "x" },
  ])("refuse %j, and change nothing", async (told) => {
    expect((await test.ask("POST", "/api/settings", { ground: "dark", ...told })).status).toBe(400);
    expect(await settingsOf()).toEqual(usualSettings);
  });
});
