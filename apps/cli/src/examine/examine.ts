// `tocsin examine`: looks at phones and measurements without a vault, and writes nothing.
import { listOption, stringOption, type Call } from "../call.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { describeError, exitCodeOf } from "../tell-error.ts";
import { createCollector, type Collector } from "./collector.ts";
import { recogniseInput, type NamedInput } from "./recognise.ts";
import { runExamination } from "./run-examination.ts";
import { giveExamination } from "./tell.ts";

/** What the document says when nobody has said whether the owner agrees. */
const consentNotRecorded = "not recorded";

export async function examine(call: Call): Promise<number> {
  const { parts, translator, signal, progress } = call;
  const inputs = await Promise.all([...new Set(call.args)].map(recogniseInput));
  const consent = await consentOf(call, inputs);
  const indicators = listOption(call, "indicators");
  const collector = createCollector(progress.show);
  const lost = await problemsOfIndicators(indicators);
  const unexamined = await runExamination({
    inputs,
    indicatorPaths: indicators,
    fingerprintPaths: listOption(call, "fingerprints"),
    onOutput: collector.take,
    signal,
    ...(parts.places.worker ? { worker: parts.places.worker } : {}),
  }).finally(progress.end);
  signal.throwIfAborted();
  const problems = [...lost, ...unexamined, ...unreadPhones(inputs, collector)];
  const tool = { name: "tocsin", version: parts.version };
  await giveExamination(call, { tool, consent, indicators }, collector);
  for (const problem of problems) call.talk(describeError(problem, translator).message);
  // Whoever waits for 10 must not miss it because another path could not be read.
  if (hasFound(collector)) return exitCodes.found;
  const [first] = problems;
  return first === undefined ? exitCodes.done : exitCodeOf(first);
}

/** A phone examined with fewer lists than were named must not end like one that was examined with all of them. */
async function problemsOfIndicators(paths: readonly string[]): Promise<readonly CliError[]> {
  const found = await Promise.all(paths.map((path) => recogniseInput(path)));
  return found.flatMap(({ path, kind }) =>
    kind === "missing"
      ? [
          new CliError("cli.missing", `Cannot read indicators ${path}: nothing lies there`, {
            details: { path },
          }),
        ]
      : [],
  );
}

/** What stands in the clear beside a backup, or is about the lists: reading it is not reading the phone. */
const besideTheBackup = /^(?:ios\.info|ios\.other-files|indicators|acquisition)(?:\.|$)/;

/** "Nothing was found" must not be said of a phone that nobody could look into. */
function unreadPhones(inputs: readonly NamedInput[], { coverage }: Collector): readonly CliError[] {
  const isRead = (path: string): boolean =>
    coverage.some(
      ({ acquisition, artifact, status }) =>
        acquisition === path && (status === "read" || status === "empty") && !besideTheBackup.test(artifact),
    );
  return inputs
    .filter(({ path, kind }) => kind === "phone" && !isRead(path))
    .map(
      ({ path }) =>
        new CliError("cli.nothing-read", `Cannot examine ${path}: nothing of it could be read`, {
          details: { path },
        }),
    );
}

/** Something that a person should look at: any finding, or a verdict of blocking. */
export function hasFound({ findings, states }: Collector): boolean {
  return findings.count > 0 || states.has("blocked") || states.has("likely-blocked");
}

async function consentOf(call: Call, inputs: readonly NamedInput[]): Promise<string> {
  const given = stringOption(call, "consent")?.trim() ?? "";
  if (given !== "") return given;
  return inputs.some(({ kind }) => kind === "phone") ? askConsent(call) : consentNotRecorded;
}

/** The owner is asked before a phone is opened; a script says it in an option. */
export async function askConsent({ parts, translator, signal }: Call): Promise<string> {
  if (!parts.terminal.isInteractive) return consentNotRecorded;
  const question = `${translator.t("cli.examine.ask-consent")}\n> `;
  const answer = await parts.terminal.ask(question, signal);
  return answer.trim() === "" ? consentNotRecorded : answer.trim();
}
