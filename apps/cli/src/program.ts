// The tree of commands. What a command does is loaded when it is called, so that help and mistakes are quick.
import { Command } from "commander";
import { addDocument } from "./document-commands.ts";
import { addEvidence } from "./evidence-commands.ts";
import { addLetter } from "./letter-commands.ts";
import { addQuestionnaire } from "./questionnaire-commands.ts";
import { collect, type Setup } from "./setup.ts";
import { addVault } from "./vault-commands.ts";
import { loadTranslator, type HelpWords } from "./words.ts";

/** Words behind which no generated command can stand. */
const plainWords: ReadonlySet<string> = new Set([
  "desk",
  "examine",
  "evidence",
  "vault",
  "search",
  "report",
  "export",
  "import",
  "bundle",
  "count",
  "erase",
  "vocabulary",
  "publish",
  "questionnaire",
  "library",
  "text",
  "help",
]);

const optionsWithValue: ReadonlySet<string> = new Set([
  "--vault",
  "--passphrase-file",
  "--lang",
  "--text-lang",
]);

export async function createProgram(args: readonly string[], setup: Setup): Promise<Command> {
  const { t } = setup;
  const program = createRoot(setup);
  addDesk(program, setup);
  addExamine(program, setup);
  addVault(program, setup);
  addEvidence(program, setup);
  addRecords(program, setup);
  addOutputs(program, setup);
  addDocument(program, setup);
  addQuestionnaire(program, setup);
  addLetter(program, setup);
  addBundle(program, setup);
  addLibrary(program, setup);
  addText(program, setup);
  addImport(program, setup);
  addErase(program, setup);
  addHelp(program, setup);
  const listing = program.command("commands").description(t("cli.commands.about"));
  setup.does(listing, async (call) => (await import("./records/list-commands.ts")).listCommands(call));
  if (needsGenerated(args)) {
    const { addGenerated } = await import("./records/generated.ts");
    addGenerated(program, setup, await loadTranslator(args, setup.parts.environment));
  }
  return program;
}

/** Their definitions are most of the program: loaded only when the first word may be one of theirs. */
function needsGenerated(args: readonly string[]): boolean {
  const word = args[firstWordAt(args)];
  return word !== undefined && !plainWords.has(word);
}

/** Where the name of the command stands; -1 where there is none. */
export function firstWordAt(args: readonly string[]): number {
  return args.findIndex((arg, at) => !arg.startsWith("-") && !optionsWithValue.has(args[at - 1] ?? ""));
}

function createRoot({ parts, t }: Setup): Command {
  const program = new Command("tocsin")
    .description(t("cli.about"))
    .version(parts.version, "-V, --version", t("cli.option.version"))
    .helpOption("-h, --help", t("cli.option.help"))
    .helpCommand(false)
    .option("--vault <PATH>", t("cli.option.vault"))
    .option("--passphrase-file <PATH>", t("cli.option.passphrase-file"))
    .option("--json", t("cli.option.json"))
    .option("--lang <TAG>", t("cli.option.lang"))
    .option("--text-lang <TAG>", t("cli.option.text-lang"))
    .addHelpText("after", `\n${t("cli.examples")}\n\n${t("cli.read-on")}`)
    .exitOverride()
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles(t).get(title) ?? title,
    })
    .configureOutput({
      writeOut: (text) => void parts.terminal.out(text),
      writeErr: (text) => parts.terminal.talk(text),
      // Said by whoever catches it, in the person's language.
      outputError: () => undefined,
    });
  return program;
}

function titles(t: HelpWords): ReadonlyMap<string, string> {
  return new Map([
    ["Usage:", t("cli.help.usage")],
    ["Arguments:", t("cli.help.arguments")],
    ["Options:", t("cli.help.options")],
    ["Global Options:", t("cli.help.global-options")],
    ["Commands:", t("cli.help.commands")],
  ]);
}

function addDesk(program: Command, { does, t }: Setup): void {
  const desk = program
    .command("desk")
    .description(t("cli.desk.about"))
    .option("--port <N>", t("cli.desk.port"))
    .option("--no-open", t("cli.desk.no-open"))
    .option("--lock-after <MINUTES>", t("cli.desk.lock-after"))
    .addHelpText("after", `\n${t("cli.desk.guides")}`);
  does(desk, async (call) => (await import("./desk.ts")).runDesk(call));
}

/** Of every other command, `help` is its `--help` (`readHelp`). */
function addHelp(program: Command, { does, t }: Setup): void {
  const help = program.command("help").helpCommand(false).description(t("cli.help.about"));
  const desk = help.command("desk [GUIDE]").description(t("cli.help.desk.about"));
  does(desk, async (call) => (await import("./guides.ts")).showGuides(call));
}

function addExamine(program: Command, { does, t }: Setup): void {
  const examine = program
    .command("examine <PATH...>")
    .description(t("cli.examine.about"))
    .option("--indicators <PATH>", t("cli.examine.option.indicators"), collect)
    .option("--fingerprints <PATH>", t("cli.examine.option.fingerprints"), collect)
    .option("--consent <TEXT>", t("cli.examine.option.consent"));
  does(examine, async (call) => (await import("./examine/examine.ts")).examine(call));
}

function addRecords(program: Command, { does, t }: Setup): void {
  const record = program.command("record").helpCommand(false).description(t("cli.record.about"));
  const load = async (): Promise<typeof import("./records/records.ts")> => import("./records/records.ts");
  const fields = record.command("fields [KIND]").description(t("cli.record.fields.about"));
  does(fields, async (call) => (await load()).showFields(call));
  const list = record
    .command("list <KIND>")
    .description(t("cli.record.list.about"))
    .option("--where <FIELD=VALUE>", t("cli.record.list.where"), collect)
    .option("--limit <N>", t("cli.record.list.limit"))
    .option("--after <PLACE>", t("cli.record.list.after"));
  does(list, async (call) => (await load()).listRecords(call));
  const show = record.command("show <ID>").description(t("cli.record.show.about"));
  does(show, async (call) => (await load()).showRecord(call));
  const create = record
    .command("create <KIND>")
    .description(t("cli.record.create.about"))
    .option("--set <FIELD=VALUE>", t("cli.record.set"), collect);
  does(create, async (call) => (await load()).createRecord(call));
  const change = record
    .command("change <ID>")
    .description(t("cli.record.change.about"))
    .option("--set <FIELD=VALUE>", t("cli.record.set"), collect)
    .option("--add <FIELD=VALUE>", t("cli.record.add"), collect)
    .option("--remove <FIELD=VALUE>", t("cli.record.remove"), collect)
    .option("--clear <FIELD>", t("cli.record.clear"), collect);
  does(change, async (call) => (await load()).changeRecord(call));
  const vocabulary = program
    .command("vocabulary [NAME] [CODE]")
    .description(t("cli.vocabulary.about"))
    .option("--csv", t("cli.vocabulary.csv"))
    .option("--find <WORDS>", t("cli.vocabulary.find"));
  does(vocabulary, async (call) => (await import("./records/vocabulary.ts")).showVocabulary(call));
  const search = program
    .command("search <WORDS...>")
    .description(t("cli.search.about"))
    .option("--kind <KIND>", t("cli.search.kind"))
    .option("--ranked", t("cli.search.ranked"));
  does(search, async (call) => (await load()).searchRecords(call));
}

function addOutputs(program: Command, setup: Setup): void {
  const { does, t } = setup;
  const report = program
    .command("report <CASE>")
    .description(t("cli.report.about"))
    .option("--audience <NAME>", t("cli.option.audience"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--format <LIST>", t("cli.report.format"))
    .option("--organisation <NAME>", t("cli.report.organisation"))
    .option("--accept-differences", t("cli.release.accept"))
    .option("--out <DIR>", t("cli.report.out"));
  does(report, async (call) => (await import("./outputs/report.ts")).writeReport(call));
  const table = program
    .command("export <KIND>")
    .description(t("cli.export.about"))
    .option("--audience <NAME>", t("cli.option.audience"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--format <NAME>", t("cli.export.format"))
    .option("--whole", t("cli.export.whole"))
    .option("--accept-differences", t("cli.release.accept"))
    .option("--out <FILE>", t("cli.export.out"));
  does(table, async (call) => (await import("./outputs/export.ts")).exportKind(call));
  addCount(program, setup);
  addMatrix(program, setup);
}

function addCount(program: Command, { does, t }: Setup): void {
  const count = program
    .command("count")
    .description(t("cli.count.about"))
    .option("--by <NAME>", t("cli.count.by"), collect)
    .option("--measure <NAME>", t("cli.count.measure"))
    .option("--scope <NAME>", t("cli.count.scope"))
    .option("--period <PERIOD>", t("cli.count.period"))
    .option("--status <NAME>", t("cli.count.status"))
    .option("--csv", t("cli.count.csv"))
    .option("--audience <NAME>", t("cli.option.audience"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--threshold <NUMBER>", t("cli.count.threshold"))
    .option("--accept-differences", t("cli.count.accept"))
    .option("--out <FILE>", t("cli.export.out"));
  does(count, async (call) => (await import("./outputs/count.ts")).countPeople(call));
}

/** What lies behind its numbers are commands of their own, made from their definitions: `tocsin matrix page`. */
function addMatrix(program: Command, { does, t }: Setup): void {
  const matrix = program
    .command("matrix")
    .description(t("cli.matrix.about"))
    .option("--by <NAME>", t("cli.matrix.by"))
    .option("--row <CODE|ID>", t("cli.matrix.row"))
    .option("--commitment <ID>", t("cli.matrix.commitment"))
    .option("--csv", t("cli.count.csv"))
    .option("--audience <NAME>", t("cli.option.audience"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--threshold <NUMBER>", t("cli.count.threshold"))
    .option("--accept-differences", t("cli.count.accept"))
    .option("--out <FILE>", t("cli.export.out"));
  does(matrix, async (call) => (await import("./outputs/matrix.ts")).showMatrix(call));
}

function addBundle(program: Command, { does, t }: Setup): void {
  const bundle = program.command("bundle").helpCommand(false).description(t("cli.bundle.about"));
  const load = async (): Promise<typeof import("./outputs/bundle.ts")> => import("./outputs/bundle.ts");
  const choosing = (command: Command): Command =>
    command
      .option("--case <ID>", t("cli.bundle.option.case"))
      .option("--evidence <ID>", t("cli.bundle.option.evidence"), collect)
      .option("--audience <NAME>", t("cli.option.audience"))
      .option("--without <WHAT>", t("cli.bundle.option.without"), collect);
  const plan = choosing(bundle.command("plan").description(t("cli.bundle.plan.about")));
  does(plan, async (call) => (await load()).showBundlePlan(call));
  const make = choosing(bundle.command("make").description(t("cli.bundle.make.about")))
    .option("--recipient <AGE1>", t("cli.bundle.option.recipient"), collect)
    .option("--acknowledge <ID>", t("cli.bundle.option.acknowledge"), collect)
    .option("--accept-differences", t("cli.release.accept"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--out <DIR>", t("cli.bundle.option.out"));
  does(make, async (call) => (await load()).makeBundleFolder(call));
  const verify = bundle
    .command("verify <DIR>")
    .description(t("cli.bundle.verify.about"))
    .option("--identity <FILE>", t("cli.bundle.option.identity"));
  does(verify, async (call) => (await load()).verifyBundleFolder(call));
}

function addLibrary(program: Command, { does, t }: Setup): void {
  const publish = program
    .command("publish")
    .description(t("cli.publish.about"))
    .option("--organisation <NAME>", t("cli.report.organisation"))
    .option("--title <TEXT>", t("cli.publish.option.title"))
    .option("--about <TEXT>", t("cli.publish.option.about"))
    .option("--locales <LIST>", t("cli.publish.option.locales"))
    .option("--address <URL>", t("cli.publish.option.address"))
    .option("--onion <URL>", t("cli.publish.option.onion"))
    .option("--mirror <URL>", t("cli.publish.option.mirror"), collect)
    .option("--no-numbers", t("cli.publish.option.no-numbers"))
    .option("--threshold <NUMBER>", t("cli.count.threshold"))
    .option("--accept-differences", t("cli.count.accept"))
    .option("--again <ID>", t("cli.publish.option.again"), collect)
    .option("--reason <ID=TEXT>", t("cli.publish.option.reason"), collect)
    .option("--file <ID>", t("cli.publish.option.file"), collect)
    .option("--no-files", t("cli.publish.option.no-files"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--to <DIR>", t("cli.publish.option.to"))
    .option("--zip <FILE>", t("cli.publish.option.zip"))
    .option("--single-file <FILE>", t("cli.publish.option.single"))
    .option("--preview", t("cli.publish.option.preview"))
    .option("--port <N>", t("cli.desk.port"));
  does(publish, async (call) => (await import("./outputs/publish.ts")).publish(call));
  const library = program.command("library").helpCommand(false).description(t("cli.library.about"));
  const verify = library.command("verify <PATH>").description(t("cli.library.verify.about"));
  does(verify, async (call) => (await import("./outputs/verify-library.ts")).verifyLibraryAt(call));
}

function addText(program: Command, { does, t }: Setup): void {
  const text = program.command("text").helpCommand(false).description(t("cli.text.about"));
  const compare = text
    .command("compare <OLD> <NEW>")
    .description(t("cli.text.compare.about"))
    .option("--all", t("cli.text.compare.all"))
    .option("--html <FILE>", t("cli.text.compare.html"))
    .option("--docx <FILE>", t("cli.text.compare.docx"))
    .option("--pdf <FILE>", t("cli.text.compare.pdf"))
    .option("--akn <FILE>", t("cli.text.compare.akn"))
    .option("--author <NAME>", t("cli.text.author"))
    .option("--date <DATE>", t("cli.text.date"));
  does(compare, async (call) => (await import("./outputs/compare-texts.ts")).compareTexts(call));
  const capture = text
    .command("capture <FILE>")
    .description(t("cli.text.capture.about"))
    .option("--negotiation <ID>", t("cli.text.capture.negotiation"))
    .option("--title <TEXT>", t("cli.text.capture.title"))
    .option("--stage <CODE>", t("cli.text.capture.stage"))
    .option("--dated <DATE>", t("cli.text.capture.dated"))
    .option("--symbol <TEXT>", t("cli.text.capture.symbol"))
    .option("--given-by <TEXT>", t("cli.text.capture.given-by"))
    .option("--sharing <CODE>", t("cli.text.capture.sharing"));
  does(capture, async (call) => (await import("./vault/capture-text.ts")).captureText(call));
  const release = text
    .command("release <OLDER> <NEWER>")
    .description(t("cli.text.release.about"))
    .option("--audience <NAME>", t("cli.option.audience"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--format <LIST>", t("cli.text.release.format"))
    .option("--author <NAME>", t("cli.text.author"))
    .option("--date <DATE>", t("cli.text.date"))
    .option("--out <DIR>", t("cli.report.out"));
  does(release, async (call) => (await import("./outputs/release-comparison.ts")).releaseTexts(call));
}

function addErase(program: Command, { does, t }: Setup): void {
  const erase = program.command("erase").helpCommand(false).description(t("cli.erase.about"));
  const load = async (): Promise<typeof import("./erase/erase.ts")> => import("./erase/erase.ts");
  const choosing = (command: Command): Command =>
    command
      .option("--consent <ID>", t("cli.erase.option.consent"))
      .option("--retention <ID>", t("cli.erase.option.retention"))
      .option("--record <ID>", t("cli.erase.option.record"), collect)
      .option("--with <ID>", t("cli.erase.option.with"), collect)
      .option("--without <ID>", t("cli.erase.option.without"), collect);
  const plan = choosing(erase.command("plan").description(t("cli.erase.plan.about")));
  does(plan, async (call) => (await load()).showErasurePlan(call));
  const run = choosing(erase.command("run").description(t("cli.erase.run.about"))).option(
    "--confirm <DIGEST>",
    t("cli.erase.option.confirm"),
  );
  does(run, async (call) => (await load()).runErasure(call));
}

function addImport(program: Command, { does, t }: Setup): void {
  const tables = program.command("import").helpCommand(false).description(t("cli.import.about"));
  const load = async (): Promise<typeof import("./records/tables.ts")> => import("./records/tables.ts");
  const table = tables
    .command("table <FILE...>")
    .description(t("cli.import.table.about"))
    .option("--mapping <FILE>", t("cli.import.option.mapping"))
    .option("--dry-run", t("cli.import.option.dry-run"))
    .option("--report <FILE>", t("cli.import.option.report"));
  does(table, async (call) => (await load()).importFile(call));
  const again = tables
    .command("records <FILE>")
    .description(t("cli.import.records.about"))
    .option("--dry-run", t("cli.import.option.dry-run"));
  does(again, async (call) => (await load()).importAgain(call));
  const back = async (): Promise<typeof import("./records/take-back.ts")> => import("./records/take-back.ts");
  const takeBack = tables
    .command("take-back <ID>")
    .description(t("cli.import.take-back.about"))
    .option("--dry-run", t("cli.import.option.dry-run"))
    .option("--changed-too", t("cli.import.option.changed-too"));
  does(takeBack, async (call) => (await back()).takeBack(call));
  const bringBack = tables
    .command("bring-back <ID>")
    .description(t("cli.import.bring-back.about"))
    .option("--dry-run", t("cli.import.option.dry-run"));
  does(bringBack, async (call) => (await back()).bringBack(call));
  const mapping = tables.command("mapping <FILE...>").description(t("cli.import.mapping.about"));
  does(mapping, async (call) => (await load()).guess(call));
}
