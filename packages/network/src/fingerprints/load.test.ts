import type { OoniRequest } from "@tocsin/formats";
import { describe, expect, it } from "vitest";
import { loadFingerprints } from "./load.ts";

const header = "name,scope,location_found,pattern_type,pattern,expected_countries\n";

function response(body: string, headers: Readonly<Record<string, string>> = {}): OoniRequest {
  const tags = { depth: 0, isClassic: null, isFetch: true };
  const shared = { url: null, address: null, failure: null, code: 200, isBodyTruncated: false, tags };
  return { ...shared, body, headers: new Map(Object.entries(headers)) };
}

describe("loadFingerprints", () => {
  it("finds whole, leading and contained patterns, and tells the country from elsewhere", () => {
    const { matcher, count } = loadFingerprints([
      `${header}a,nat,body,contains,"forbidden, by ""law""",QQ\nb,isp,header.location,prefix,http://notice.,"QR,QS"\nc,nat,body,full,gone,QQ\nd,nat,dns,full,192.0.2.1,QQ\n`,
    ]);
    expect(count).toBe(4);
    expect(matcher.matchResponse(response('This is forbidden, by "law" here'), "QQ")).toBe("country");
    expect(matcher.matchResponse(response("", { location: "http://notice.example/" }), "QQ")).toBe(
      "elsewhere",
    );
    expect(matcher.matchResponse(response("", { location: "see http://notice.example/" }), "QQ")).toBe(null);
    expect(matcher.matchResponse(response("gone"), "QQ")).toBe("country");
    expect(matcher.matchResponse(response("gone away"), "QQ")).toBe(null);
    expect(matcher.matchAddress("192.0.2.1", null)).toBe("elsewhere");
    expect(matcher.matchAddress("192.0.2.2", "QQ")).toBe(null);
  });

  it("lets a mark of a false positive win over everything else", () => {
    const { matcher } = loadFingerprints([
      `${header}a,nat,body,contains,Restricted,QQ\nb,fp,body,contains,Restricted area of the garden,\n`,
    ]);
    expect(matcher.matchResponse(response("Restricted area of the garden"), "QQ")).toBe("false-positive");
    expect(matcher.matchResponse(response("Restricted by order"), "QQ")).toBe("country");
  });

  it("finds patterns at the very start and end, and in other alphabets", () => {
    const { matcher } = loadFingerprints([
      `${header}a,nat,body,contains,禁止访问,QQ\nb,nat,body,contains,last,QR\n`,
    ]);
    expect(matcher.matchResponse(response("禁止访问"), "QQ")).toBe("country");
    expect(matcher.matchResponse(response("at last"), "QR")).toBe("country");
    expect(matcher.matchResponse(response("las"), "QR")).toBe(null);
  });

  it("counts what it does not use: expressions, and patterns that are too short", () => {
    const { count, skipped } = loadFingerprints([
      `${header}a,nat,body,regexp,x.*y.*z,QQ\nb,nat,body,contains,abc,QQ\n`,
    ]);
    expect([count, skipped]).toEqual([0, 2]);
  });

  it.each(["a,b\n1,2\n", `${header}"never closed`])("refuses what is no list", (text) => {
    expect(() => loadFingerprints([text])).toThrow(
      expect.objectContaining({ code: "network.bad-fingerprints" }),
    );
  });
});
