// A bundle that anybody can check.
/** What a bundle is about, and for whom. */
export interface BundleInput {
  readonly case?: string;
  readonly evidence?: readonly string[];
  readonly audience: string;
}

export interface MakeBundleInput extends BundleInput {
  readonly approvedBy: string;
  /** People whose names leave all the same. */
  readonly acknowledged: readonly string[];
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
  /** Public keys of the age tool that evidence is sealed to anew; none: it leaves with what opens it. */
  readonly recipients: readonly string[];
  /** The bundle becomes a folder of this name inside `path`. */
  readonly path: string;
  readonly name: string;
  readonly lang: string;
}

/** Result of the work "bundle". */
export interface MadeBundleResult {
  readonly release: string;
  readonly folder: string;
  readonly files: number;
  /** The page that checks bundles lies in it. */
  readonly hasPage: boolean;
  /** Keys that its exhibits were sealed to anew. */
  readonly sealedTo: number;
}
