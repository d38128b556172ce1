import { describe, expect, it } from "vitest";
import { addressKind, isBogon, normalAddress } from "./address.ts";

describe("addressKind", () => {
  it.each([
    ["127.0.0.1", "loopback"],
    ["::1", "loopback"],
    ["0.0.0.0", "unspecified"],
    ["::", "unspecified"],
    ["10.10.34.35", "reserved"],
    ["172.31.255.255", "reserved"],
    ["172.32.0.1", "public"],
    ["192.168.1.1", "reserved"],
    ["100.64.0.1", "reserved"],
    ["169.254.1.1", "reserved"],
    ["224.0.0.1", "reserved"],
    ["255.255.255.255", "reserved"],
    ["fc00::1", "reserved"],
    ["fe80::1", "reserved"],
    ["::ffff:10.0.0.1", "reserved"],
    ["64:ff9b::a00:1", "reserved"],
    ["64:ff9b::198.51.100.7", "public"],
    ["2a00:1450::1", "public"],
    ["198.51.100.7", "public"],
    ["256.1.1.1", "none"],
    ["1.2.3", "none"],
    ["1:2:3:4:5:6:7:8:9", "none"],
    ["1::2::3", "none"],
    ["garden.example", "none"],
    ["", "none"],
  ])("calls %s %s", (address, kind) => {
    expect(addressKind(address)).toBe(kind);
  });

  it("takes no address for impossible that it cannot read", () => {
    expect(isBogon("not an address")).toBe(false);
  });
});

describe("normalAddress", () => {
  it("gives the spellings of one address one form", () => {
    expect(normalAddress("2001:0DB8::0001")).toBe(normalAddress("2001:db8:0:0::1"));
    expect(normalAddress("64:ff9b::c633:6407")).toBe("198.51.100.7");
  });
});
