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
  const make = questionnaire
    .command("make")
    .description(t("cli.questionnaire.make"))
    .option("--content <FILE>", t("cli.questionnaire.content"))
    .option("--built-in <NAME>", t("cli.questionnaire.built-in"))
    .option("--from <NAME>", t("cli.questionnaire.from"))
    .option("--recipient <AGE1>", t("cli.questionnaire.recipient"), collect)
    .option("--out <FILE>", t("cli.questionnaire.out"));
  does(make, async (call) => (await load()).makeForm(call));
  const take = questionnaire
    .command("import <FILE...>")
    .description(t("cli.questionnaire.import"))
    .option("--how <TEXT>", t("cli.questionnaire.how"));
  does(take, async (call) => (await load()).importFiles(call));
  const check = questionnaire.command("check <FILE>").description(t("cli.questionnaire.check"));
  does(check, async (call) => (await load()).checkFile(call));
  const show = questionnaire.command("show [NAME]").description(t("cli.questionnaire.show"));
  does(show, async (call) => (await load()).showBuiltIn(call));
}
