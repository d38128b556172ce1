// What the command line is put together from. A program gives the real parts, a test its own.
import type { Registry } from "@tocsin/records";
import type { PassphraseCost } from "@tocsin/vault";

/** Where results and talk go, and where answers come from. */
export interface Terminal {
  /** Whether somebody sits there: questions can be asked and a progress bar be drawn. */
  readonly isInteractive: boolean;
  /** Characters in a line of talk. */
  readonly columns: number;
  /** Results. Resolves when more can be taken. */
  out(text: string): Promise<void>;
  /** Everything else that is said. */
  talk(text: string): void;
  /** Draws over the last line of talk; null takes it away. Never called where nobody sits. */
  status(line: string | null): void;
  ask(question: string, signal: AbortSignal): Promise<string>;
  /** As `ask`, without showing what is typed. */
  askSecret(question: string, signal: AbortSignal): Promise<string>;
}

export interface CommandLineParts {
  readonly version: string;
  /** Kinds and vocabularies; asked for only by commands that need them. */
  readonly registry: () => Promise<Registry>;
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly clock: () => number;
  readonly places: CommandLinePlaces;
  /** Cost of new passphrases; lower only in tests. */
  readonly cost?: PassphraseCost;
}

export interface CommandLinePlaces {
  /** Inputs of the example. */
  readonly examples: string;
  /** The built screen of the desk. */
  readonly screen: string;
  /** The built page that checks bundles offline. */
  readonly page?: string;
  /** The built page of a questionnaire. */
  readonly form?: string;
  /** The built worker; beside the program unless told. */
  readonly worker?: URL;
}

export interface CommandLine {
  /** Runs one command and gives its exit code. Never throws. */
  run(args: readonly string[]): Promise<number>;
}
