// What a vault asks of the place where it is kept. Adapters pass the suites in acceptance/.
import type { RangeReader } from "@tocsin/crypto";

/** Segment files of chains. Chain names are 32 hexadecimal characters; segments count from 1. */
export interface LogStore {
  chains(): Promise<readonly string[]>;
  /** Segments of a chain in order, with sizes in bytes. Empty for a chain that is not there. */
  segments(chain: string): Promise<readonly SegmentInfo[]>;
  /**
   * What tells this state of a segment's file from every other, as far as the platform notices: where it was changed,
   * another text. Absent where the platform notices nothing.
   */
  stampOf?(segment: SegmentName): Promise<string>;
  /** Exactly `length` bytes, or fewer where the segment ends. */
  read(segment: SegmentName, offset: number, length: number): Promise<Uint8Array>;
  /** Adds bytes at the end, creating the segment and its chain. Not durable yet. */
  append(segment: SegmentName, bytes: Uint8Array): Promise<void>;
  /** Makes everything appended to the segment durable, its name included. */
  sync(segment: SegmentName): Promise<void>;
  /** Copies everything from `offset` on to a place aside, durably, and then cuts it off. */
  cut(segment: SegmentName, offset: number): Promise<void>;
  /** Puts other bytes in the place of a whole segment: after a crash either are there. Durable when it returns. */
  replace(segment: SegmentName, bytes: Uint8Array): Promise<void>;
  /** Closes files that were kept open for appending. */
  close(): Promise<void>;
}

export interface SegmentName {
  readonly chain: string;
  readonly number: number;
}

export interface SegmentInfo extends SegmentName {
  readonly size: number;
}

/** One file that can be thrown away: what an earlier opening found in the log, sealed. */
export interface IndexStore {
  /** Null when there is none. */
  read(): Promise<Uint8Array | null>;
  /** Replaces it whole. Need not be durable: what was half written does not open, and is not used. */
  write(bytes: Uint8Array): Promise<void>;
}

/** Whole sealed files by name (32 hexadecimal characters). */
export interface BlobStore {
  /** Starts a file that nobody sees until it is finished. */
  create(name: string): Promise<BlobWriter>;
  /** Null when there is no finished file of that name. */
  open(name: string): Promise<BlobReader | null>;
  /** Names of finished files, sorted. */
  names(): Promise<readonly string[]>;
  /** Names of files that were started and neither finished nor discarded, sorted. */
  unfinished(): Promise<readonly string[]>;
  /** Bytes of an unfinished file; 0 when there is none. */
  unfinishedSize(name: string): Promise<number>;
  /** What was kept beside an unfinished file; null when there is nothing, or no such file. */
  draft(name: string): Promise<Uint8Array | null>;
  /** Goes on with an unfinished file behind its last byte; null when there is none. */
  resume(name: string): Promise<ResumedBlob | null>;
  /** Removes a finished or unfinished file, and what is kept beside it; nothing happens when there is none. */
  remove(name: string): Promise<void>;
}

export interface ResumedBlob {
  /** What is there already; to be closed. */
  readonly written: BlobReader;
  readonly writer: BlobWriter;
}

export interface BlobWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Keeps bytes beside the file, durably, until it is finished or discarded. */
  keepDraft(bytes: Uint8Array): Promise<void>;
  /** Durable and visible under its name when it returns; what was kept beside it is gone. */
  finish(): Promise<void>;
  discard(): Promise<void>;
}

export interface BlobReader extends RangeReader {
  close(): void;
}

/** The one small file of the device's secrets. */
export interface DeviceStore {
  /** Null when there is none. */
  read(): Promise<Uint8Array | null>;
  /** Replaces it whole: after a crash either the old or the new bytes are there. Durable when it returns. */
  write(bytes: Uint8Array): Promise<void>;
  /**
   * What this very place can be recognised by: stays while the vault lies where it is, and differs for a copy. Null where
   * the platform has nothing of the kind.
   */
  place(): Promise<string | null>;
}

/** Where an open export goes. Paths are relative, with `/`, and of our own making. */
export interface ExportSink {
  create(path: string): Promise<ExportFile>;
}

export interface ExportFile {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  /** Removes what was written of it. */
  discard(): Promise<void>;
}

/** Where an open export is read from. */
export interface ExportSource {
  /** Fails while it is read when there is no such file. */
  open(path: string): AsyncIterable<Uint8Array>;
}
