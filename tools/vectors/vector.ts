// What a test vector is: the files of a vault, and what a reader must say of them.
import type { Json } from "./bytes.ts";
import { plainPassphrase } from "./device-file.ts";
import { filesOf, linesOf, placeOfCommit, type Chain, type VaultWriter, type Written } from "./vault-writer.ts";

/** A finding of section 16 with its place: only the members that it has. */
export interface ExpectedFinding {
  readonly finding: string;
  readonly chain: string;
  readonly segment?: number;
  readonly offset?: number;
  readonly sequence?: number;
  readonly index?: number;
  /** Bytes, commits or operations concerned; 1 where it is left out. */
  readonly count?: number;
}

export interface Expected {
  readonly opens: boolean;
  readonly passphrase: string;
  /** Why it does not open, in a word of section 16. */
  readonly error?: string;
  /** The text of the recovery sheet, where the vault has one that opens it. */
  readonly recovery?: string;
  readonly findings: readonly ExpectedFinding[];
  /** The lines of the open form, in order. */
  readonly operations: readonly Json[];
  /** What the sealed files hold. */
  readonly evidence: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
}

export interface Vector {
  readonly name: string;
  /** One sentence for vectors/README.md. */
  readonly says: string;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly expected: Expected;
}

/** All commits of a vault in the order of section 10. */
function ordered(commits: readonly Written[]): readonly Written[] {
  return [...commits].sort(
    (one, other) =>
      one.depth - other.depth || one.chain.id.compare(other.chain.id) || one.hash.compare(other.hash),
  );
}

interface Whole {
  readonly name: string;
  readonly says: string;
  readonly deviceFile?: Buffer;
  readonly findings?: readonly ExpectedFinding[];
  /** The commits that are applied; by default all of every chain. */
  readonly applied?: readonly Written[];
  readonly expected?: Partial<Expected>;
}

/** A vector of a vault that opens. */
export function opening(writer: VaultWriter, given: Whole): Vector {
  const applied = given.applied ?? writer.chains.flatMap(({ commits }) => commits);
  return {
    name: given.name,
    says: given.says,
    files: filesOf(writer, given.deviceFile),
    expected: {
      opens: true,
      passphrase: plainPassphrase,
      findings: given.findings ?? [],
      operations: ordered(applied).flatMap(linesOf),
      evidence: [],
      ...given.expected,
    },
  };
}

export const found = (finding: string, written: Written, more: { index?: number; count?: number } = {}): ExpectedFinding => ({
  finding,
  ...placeOfCommit(written, written.frames.commit),
  ...more,
});

export const chainOf = (writer: VaultWriter): Chain => {
  const [chain] = writer.chains;
  if (chain === undefined) throw new Error("Cannot go on: the vault has no chain");
  return chain;
};
