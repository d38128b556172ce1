import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
beforeEach(() => {
  test = createTestDesk();
});
afterEach(() => test.close());

const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(test.headers).filter(([key]) => key !== name));
const statusOf = async (path: string, request: RequestInit): Promise<number> =>
  (await test.raw(path, request)).status;

const paths = [
  ["GET", "/"],
  ["GET", "/index.html"],
  ["GET", "/assets/none.js"],
  ["GET", "/api/session"],
  ["GET", "/api/places"],
  ["GET", "/api/jobs"],
  ["GET", "/api/output/x"],
  ["GET", "/%61pi/session"],
  ["GET", "//api/session"],
  ["HEAD", "/index.html"],
  ["OPTIONS", "/api/session"],
  ["POST", "/api/vault/create"],
  ["POST", "/api/command/record.create"],
  ["PUT", "/api/intake/x/file"],
  ["DELETE", "/api/jobs/x"],
  ["POST", "/nowhere"],
] as const;

describe("a browser that keeps no cookie", () => {
  const page = async (path: string): Promise<string> => {
    const headers = { ...without("cookie"), "accept-language": "xx;q=1, fr-CH;q=0.9, en;q=0.5" };
    return (await test.raw(path, { headers })).text();
  };

  it("is told what the desk needs, in its own language, after it has spent the token", async () => {
    expect(await page("/")).toMatch(/^Tocsin: not allowed \(cookie\)/);
    await page(`/?token=${test.token}`);
    expect(await page("/")).toMatch(/^Tocsin: ce navigateur n’a gardé aucun cookie/);
    await test.raw("/api/session", { headers: test.headers });
    expect(await page("/")).toMatch(/^Tocsin: not allowed \(cookie\)/);
  });
});

describe("the gate", () => {
  it.each(paths)("lets nobody without the cookie at %s %s", async (method, path) => {
    expect(await statusOf(path, { method, headers: without("cookie") })).toBe(401);
    const wrong = { ...test.headers, cookie: "tocsin=cookie-cookie-cookie-cookiX" };
    expect(await statusOf(path, { method, headers: wrong })).toBe(401);
  });

  it.each(["evil.test", "evil.test:4711", "127.0.0.1", "127.0.0.1:80", "[::1]:4711", "0.0.0.0:4711", ""])(
    "answers 421 to the host %j, whatever else is right",
    async (host) => {
      for (const [method, path] of paths)
        expect(await statusOf(path, { method, headers: { ...test.headers, host } })).toBe(421);
    },
  );

  it.each(["POST", "PUT", "DELETE", "PATCH"])(
    "refuses %s of another page, or of none that says so",
    async (method) => {
      expect(await statusOf("/api/vault/lock", { method, headers: without("origin") })).toBe(403);
      for (const origin of ["http://evil.test", "https://127.0.0.1:4711", "http://127.0.0.1:4712", "null"])
        expect(await statusOf("/api/vault/lock", { method, headers: { ...test.headers, origin } })).toBe(403);
    },
  );

  it("refuses reading for another page too, and what lacks our header", async () => {
    const foreign = { ...test.headers, origin: "http://evil.test" };
    expect(await statusOf("/api/session", { headers: foreign })).toBe(403);
    expect(await statusOf("/api/session", { headers: without("x-tocsin") })).toBe(403);
    expect(await statusOf("/api/vault/lock", { method: "POST", headers: without("x-tocsin") })).toBe(403);
    expect(await statusOf("/%61pi/session", { headers: without("x-tocsin") })).not.toBe(200);
    expect(await statusOf("/api/session", { headers: without("origin") })).toBe(200);
  });

  it("exchanges the token once, for a cookie that scripts and other sites cannot use", async () => {
    const { host } = test.headers;
    const headers = { host: host ?? "" };
    expect(await statusOf("/?token=wrong", { headers })).toBe(401);
    expect(await statusOf(`/api/session?token=${test.token}`, { headers })).toBe(401);
    expect(await statusOf(`/?token=${test.token}`, { method: "POST", headers })).toBe(401);
    const response = await test.raw(`/?token=${test.token}`, { headers });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^tocsin=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await statusOf(`/?token=${test.token}`, { headers })).toBe(401);
    const ours = { ...headers, cookie: cookie.split(";")[0] ?? "" };
    expect(await statusOf("/", { headers: ours })).toBe(200);
  });

  it("lets the browser that has the cookie open the address again", async () => {
    const response = await test.raw("/?token=spent", { headers: without("x-tocsin") });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([303, null]);
  });

  it("puts the same headers on every answer, errors included", async () => {
    const answers = await Promise.all([
      test.raw("/", { headers: test.headers }),
      test.raw("/none", { headers: test.headers }),
      test.raw("/none", { method: "POST", headers: test.headers }),
      test.raw("/api/none", { headers: test.headers }),
      test.raw("/api/session", { headers: test.headers }),
      test.raw("/api/session", { headers: {} }),
      test.raw("/api/session", { headers: without("cookie") }),
      test.raw("/api/session", { headers: without("x-tocsin") }),
      test.raw("/api/command/x", { method: "POST", headers: test.headers, body: "{" }),
      test.raw("/api/jobs/none", { headers: test.headers }),
      test.raw("/?token=x", { headers: without("cookie") }),
    ]);
    for (const { status, headers } of answers) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, `${status}`).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http/);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("gives files of the screen by their names only", async () => {
    expect(await statusOf("/", { headers: test.headers })).toBe(200);
    for (const path of [
      "/..%2f..%2fetc/passwd",
      "/%2e%2e/package.json",
      "/index.html/",
      "/toString",
      "/__proto__",
    ])
      expect(await statusOf(path, { headers: test.headers })).toBe(404);
  });
});
