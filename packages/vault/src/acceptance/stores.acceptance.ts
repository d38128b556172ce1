// What every adapter of the vault's stores must do.
import { encodeUtf8 } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import type { BlobStore, DeviceStore, LogStore } from "../ports.ts";

export interface Stores {
  readonly log: LogStore;
  readonly blobs: BlobStore;
  readonly device: DeviceStore;
}

/** `create` gives empty stores of their own each time. */
export function acceptStores(name: string, create: () => Promise<Stores>): void {
  describe(`log store: ${name}`, () => {
    acceptLogStore(create);
  });
  describe(`blob store: ${name}`, () => {
    acceptBlobStore(create);
  });
  describe(`device store: ${name}`, () => {
    acceptDeviceStore(create);
  });
}

const chain = "0123456789abcdef0123456789abcdef";
const other = "fedcba9876543210fedcba9876543210";
const blob = "00112233445566778899aabbccddeeff";

function acceptLogStore(create: () => Promise<Stores>): void {
  it("starts empty, and knows no segments of a chain that is not there", async () => {
    const { log } = await create();
    expect(await log.chains()).toEqual([]);
    expect(await log.segments(chain)).toEqual([]);
    await log.close();
  });

  it("appends to segments of several chains, and reads by range", async () => {
    const { log } = await create();
    await log.append({ chain, number: 1 }, encodeUtf8("abc"));
    await log.append({ chain, number: 1 }, encodeUtf8("defg"));
    await log.append({ chain, number: 2 }, encodeUtf8("h"));
    await log.append({ chain: other, number: 1 }, encodeUtf8("xy"));
    for (const number of [1, 2]) await log.sync({ chain, number });
    expect([...(await log.chains())].sort()).toEqual([chain, other]);
    expect(await log.segments(chain)).toEqual([
      { chain, number: 1, size: 7 },
      { chain, number: 2, size: 1 },
    ]);
    expect(await log.read({ chain, number: 1 }, 2, 3)).toEqual(encodeUtf8("cde"));
    expect(await log.read({ chain, number: 1 }, 5, 100)).toEqual(encodeUtf8("fg"));
    await log.close();
  });

  it("cuts a tail and goes on behind what is left", async () => {
    const { log } = await create();
    const segment = { chain, number: 1 };
    await log.append(segment, encodeUtf8("whole-torn"));
    await log.cut(segment, 5);
    expect(await log.segments(chain)).toEqual([{ chain, number: 1, size: 5 }]);
    await log.append(segment, encodeUtf8("!"));
    await log.sync(segment);
    expect(await log.read(segment, 0, 100)).toEqual(encodeUtf8("whole!"));
    await log.close();
  });

  it("puts other bytes in the place of a segment, and appends behind them", async () => {
    const { log } = await create();
    const segment = { chain, number: 1 };
    await log.append(segment, encodeUtf8("long and old"));
    await log.sync(segment);
    await log.replace(segment, encodeUtf8("new"));
    expect(await log.segments(chain)).toEqual([{ chain, number: 1, size: 3 }]);
    await log.append(segment, encodeUtf8("er"));
    await log.sync(segment);
    expect(await log.read(segment, 0, 100)).toEqual(encodeUtf8("newer"));
    expect(await log.segments(chain)).toHaveLength(1);
    await log.close();
  });
}

function acceptBlobStore(create: () => Promise<Stores>): void {
  it("shows a file only once it is finished, then reads it by range", async () => {
    const { blobs } = await create();
    const writer = await blobs.create(blob);
    await writer.write(encodeUtf8("hello "));
    expect(await blobs.open(blob)).toBeNull();
    expect(await blobs.names()).toEqual([]);
    expect(await blobs.unfinished()).toEqual([blob]);
    await writer.write(encodeUtf8("world"));
    await writer.finish();
    expect(await blobs.names()).toEqual([blob]);
    expect(await blobs.unfinished()).toEqual([]);
    const reader = await blobs.open(blob);
    expect(reader?.size).toBe(11);
    expect(reader?.read(4, 3)).toEqual(encodeUtf8("o w"));
    expect(reader?.read(9, 10)).toEqual(encodeUtf8("ld"));
    expect(reader?.read(20, 10)).toHaveLength(0);
    reader?.close();
  });

  it("goes on with an unfinished file, and keeps a draft beside it until it is finished", async () => {
    const { blobs } = await create();
    expect(await blobs.resume(blob)).toBeNull();
    expect(await blobs.draft(blob)).toBeNull();
    expect(await blobs.unfinishedSize(blob)).toBe(0);
    const writer = await blobs.create(blob);
    await writer.write(encodeUtf8("hello "));
    await writer.keepDraft(encodeUtf8("first"));
    await writer.keepDraft(encodeUtf8("second"));
    expect(await blobs.draft(blob)).toEqual(encodeUtf8("second"));
    expect(await blobs.unfinishedSize(blob)).toBe(6);
    const resumed = await blobs.resume(blob);
    expect(resumed?.written.size).toBe(6);
    expect(resumed?.written.read(1, 3)).toEqual(encodeUtf8("ell"));
    resumed?.written.close();
    await resumed?.writer.write(encodeUtf8("world"));
    await resumed?.writer.finish();
    expect(await blobs.draft(blob)).toBeNull();
    expect(await blobs.unfinished()).toEqual([]);
    const reader = await blobs.open(blob);
    expect(reader?.read(0, 20)).toEqual(encodeUtf8("hello world"));
    reader?.close();
    await blobs.remove(blob);
    const second = await blobs.create(blob);
    await second.keepDraft(encodeUtf8("third"));
    await second.discard();
    expect(await blobs.draft(blob)).toBeNull();
  });

  it("leaves nothing of a file that was discarded or removed", async () => {
    const { blobs } = await create();
    const writer = await blobs.create(blob);
    await writer.write(encodeUtf8("half"));
    await writer.discard();
    expect(await blobs.unfinished()).toEqual([]);
    const second = await blobs.create(blob);
    await second.finish();
    await blobs.remove(blob);
    await blobs.remove(blob);
    expect(await blobs.names()).toEqual([]);
  });
}

function acceptDeviceStore(create: () => Promise<Stores>): void {
  it("gives null at first, then the last bytes written", async () => {
    const { device } = await create();
    expect(await device.read()).toBeNull();
    await device.write(encodeUtf8("one"));
    await device.write(encodeUtf8("a second, longer"));
    expect(await device.read()).toEqual(encodeUtf8("a second, longer"));
  });
}
