// `tocsin questionnaire`, with what it does loaded when it is called.
import type { Command } from "commander";
import { collect, type Setup } from "./setup.ts";

/** Lists and pages are made from their definitions: `tocsin record list contribution`. */
export function addQuestionnaire(program: Command, { does, t }: Setup): void {
  const questionnaire = program
    .command("questionnaire")
    .helpCommand(false)
    .description(t("cli.questionnaire.about"));
  const load = async (): Promise<typeof import("./voices/questionnaire.ts")> =>
    import("./voices/questionnaire.ts");
  const making = (name: string, about: string): Command =>
    questionnaire
      .command(name)
      .description(about)
      .option("--content <FILE>", t("cli.questionnaire.content"))
      .option("--built-in <NAME>", t("cli.questionnaire.built-in"))
      .option("--from <NAME>", t("cli.questionnaire.from"))
      .option("--recipient <AGE1>", t("cli.questionnaire.recipient"), collect);
  const make = making("make", t("cli.questionnaire.make")).option("--out <FILE>", t("cli.questionnaire.out"));
  does(make, async (call) => (await load()).makeForm(call));
  const site = making("site", t("cli.questionnaire.site"));
  site.option("--out <FOLDER>", t("cli.questionnaire.site.out"));
  does(site, async (call) => (await load()).makeSite(call));
  const convert = questionnaire
    .command("convert <FILE>")
    .description(t("cli.questionnaire.convert"))
    .option("--out <FILE>", t("cli.questionnaire.convert.out"));
  does(convert, async (call) => (await load()).convertFile(call));
  const take = questionnaire
    .command("import <FILE...>")
    .description(t("cli.questionnaire.import"))
    .option("--how <TEXT>", t("cli.questionnaire.how"));
  does(take, async (call) => (await load()).importFiles(call));
  const matrix = questionnaire
    .command("matrix <ID>")
    .description(t("cli.questionnaire.matrix"))
    .option("--csv", t("cli.count.csv"))
    .option("--qda", t("cli.questionnaire.qda"))
    .option("--audience <NAME>", t("cli.option.audience"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--threshold <NUMBER>", t("cli.count.threshold"))
    .option("--accept-differences", t("cli.count.accept"))
    .option("--out <FILE>", t("cli.export.out"));
  does(matrix, async (call) => (await import("./voices/release-codes.ts")).releaseCodes(call));
  const check = questionnaire.command("check <FILE>").description(t("cli.questionnaire.check"));
  does(check, async (call) => (await load()).checkFile(call));
  const show = questionnaire.command("show [NAME]").description(t("cli.questionnaire.show"));
  does(show, async (call) => (await load()).showBuiltIn(call));
}
