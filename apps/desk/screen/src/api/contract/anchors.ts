// Checkpoints of the log, and timestamps over them.
/** A checkpoint of the log as it is found now; texts: `anchors.checkpoint.<checkpoint>`. */
export interface ListedAnchor {
  readonly record: string;
  readonly made: string | null;
  readonly commits: number;
  readonly checkpoint: string;
  readonly timestamp: TimestampVerdict | null;
}

/** What a timestamp is worth; texts: `anchors.timestamp.<state>`. */
export interface TimestampVerdict {
  readonly state: string;
  readonly time?: string;
  readonly authority?: string;
  /** Of an authority that says no. */
  readonly words?: string;
}

/** Addresses of the files that go to an authority, and to whoever keeps the checkpoint. */
export interface MadeAnchorFiles {
  readonly record: string;
  readonly request: string;
  readonly note: string;
}

/** Result of the work "timestamp", and of bringing an answer in. */
export interface AttachedAnswer {
  /** Null where the answer was refused. */
  readonly record: string | null;
  readonly verdict: TimestampVerdict;
}
