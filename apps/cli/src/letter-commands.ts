// `tocsin letter`, with what it does loaded when it is called.
import type { Command } from "commander";
import { collect, type Setup } from "./setup.ts";

/** Opening, signing and freezing are made from their definitions: `tocsin letter open`, `tocsin signature add`. */
export function addLetter(program: Command, { does, t }: Setup): void {
  const letter = program.command("letter").helpCommand(false).description(t("cli.letter.about"));
  const load = async (): Promise<typeof import("./outputs/letter.ts")> => import("./outputs/letter.ts");
  const publish = letter
    .command("publish <LETTER>")
    .description(t("cli.letter.publish"))
    .option("--format <LIST>", t("cli.document.format"))
    .option("--each", t("cli.letter.each"))
    .option("--addressees <FILE>", t("cli.letter.addressees"))
    .option("--out <DIR>", t("cli.document.out"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"));
  does(publish, async (call) => (await load()).publishLetterTo(call));
  const verify = letter
    .command("verify <FILE>")
    .description(t("cli.letter.verify"))
    .option("--digest <SHA256>", t("cli.letter.digest"));
  does(verify, async (call) => (await load()).verifyListFile(call));
  const take = letter
    .command("import <LETTER> <FILE>")
    .description(t("cli.letter.import"))
    .option("--column <FIELD=HEADING>", t("cli.letter.column"), collect)
    .option("--accept", t("cli.letter.accept"))
    .option("--paper", t("cli.letter.paper"))
    .option("--arrived <INSTANT>", t("cli.letter.arrived"))
    .option("--dry-run", t("cli.letter.dry-run"));
  does(take, async (call) => (await import("./records/signers.ts")).importSignersFile(call));
}
