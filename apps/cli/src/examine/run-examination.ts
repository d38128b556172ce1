// Examines what was named, a worker for each phone and one for all measurements: what stops one stops no other.
import type { Coverage, ExaminerOutput } from "@tocsin/core";
import { isTocsinError } from "@tocsin/core";
import { examineInWorker, fingerprintsSetting, type ExamineRequest } from "@tocsin/node";
import { CliError } from "../errors.ts";
import type { NamedInput } from "./recognise.ts";

export interface ExaminationOptions {
  readonly inputs: readonly NamedInput[];
  readonly indicatorPaths: readonly string[];
  readonly fingerprintPaths: readonly string[];
  readonly onOutput: (output: ExaminerOutput) => void;
  readonly signal: AbortSignal;
  readonly worker?: URL;
}

/** Gives the errors of inputs that could not be examined; each is in the coverage too. Throws the signal's reason. */
export async function runExamination(options: ExaminationOptions): Promise<readonly CliError[]> {
  const { inputs, indicatorPaths, onOutput } = options;
  const problems = inputs.flatMap((input) => sayUnexamined(input, onOutput));
  const phones = inputs.filter(({ kind }) => kind === "phone").map(({ path }) => path);
  const measurements = inputs.filter(({ kind }) => kind === "measurements").map(({ path }) => path);
  for (const path of phones) {
    sayWithoutIndicators(path, options);
    problems.push(...(await tryExamine({ paths: [path], indicatorPaths }, options)));
  }
  if (measurements.length > 0) {
    const settings = { [fingerprintsSetting]: options.fingerprintPaths };
    problems.push(...(await tryExamine({ paths: measurements, indicatorPaths: [], settings }, options)));
  }
  return problems;
}

async function tryExamine(
  request: ExamineRequest,
  { onOutput, signal, worker }: ExaminationOptions,
): Promise<readonly CliError[]> {
  try {
    await examineInWorker(request, { onOutput, signal, ...(worker ? { worker } : {}) });
    return [];
  } catch (cause) {
    signal.throwIfAborted();
    const reason = isTocsinError(cause) || cause instanceof Error ? cause.message : "unknown";
    return request.paths.map((path) => {
      onOutput(coverage({ acquisition: path, status: "unreadable", key: "cli.coverage.failed" }));
      return new CliError("cli.unexpected", `Cannot examine ${path}: ${reason}`, { cause });
    });
  }
}

function sayUnexamined(
  { path, kind }: NamedInput,
  say: (output: ExaminerOutput) => void,
): readonly CliError[] {
  if (kind === "missing") {
    say(coverage({ acquisition: path, status: "missing", key: "cli.coverage.missing" }));
    return [new CliError("cli.missing", `Cannot examine ${path}: nothing lies there`, { details: { path } })];
  }
  if (kind !== "unknown") return [];
  say(coverage({ acquisition: path, status: "unreadable", key: "phone.coverage.not-recognised" }));
  return [
    new CliError("cli.not-recognised", `Cannot examine ${path}: neither a backup nor measurements`, {
      details: { path },
    }),
  ];
}

/** Without indicators nearly nothing on a phone can be recognised: that must not look like a good result. */
function sayWithoutIndicators(path: string, { indicatorPaths, onOutput }: ExaminationOptions): void {
  if (indicatorPaths.length === 0)
    onOutput(
      coverage({
        acquisition: path,
        artifact: "indicators",
        status: "missing",
        key: "cli.coverage.no-indicators",
      }),
    );
}

function coverage({
  key,
  artifact = "acquisition",
  ...rest
}: Pick<Coverage, "acquisition" | "status"> & {
  readonly key: string;
  readonly artifact?: string;
}): ExaminerOutput {
  return { kind: "coverage", coverage: { artifact, rows: 0, note: { key }, ...rest } };
}
