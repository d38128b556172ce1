// `tocsin evidence`: the commands about pieces of evidence. What each does is loaded when it is called.
import type { Command } from "commander";
import { collect, type Setup } from "./setup.ts";

export function addEvidence(program: Command, { does, t }: Setup): void {
  const evidence = program.command("evidence").helpCommand(false).description(t("cli.evidence.about"));
  const load = async (): Promise<typeof import("./vault/evidence.ts")> => import("./vault/evidence.ts");
  const add = evidence
    .command("add <PATH>")
    .description(t("cli.evidence.add.about"))
    .option("--title <TEXT>", t("cli.evidence.add.title"))
    .option("--how <TEXT>", t("cli.evidence.add.how"))
    .option("--by <NAME>", t("cli.evidence.add.by"))
    .option("--when <DATE>", t("cli.evidence.add.when"))
    .option("--consent-text <TEXT>", t("cli.evidence.add.consent"))
    .option("--case <ID>", t("cli.evidence.add.case"))
    .option("--copy-of <ID>", t("cli.evidence.add.copy-of"))
    .option("--copy-kind <CODE>", t("cli.evidence.add.copy-kind"))
    .option("--copy-how <TEXT>", t("cli.evidence.add.copy-how"))
    .option("--copy-by <NAME>", t("cli.evidence.add.copy-by"));
  does(add, async (call) => (await load()).add(call));
  const list = evidence.command("list").description(t("cli.evidence.list.about"));
  does(list, async (call) => (await import("./records/records.ts")).listRecords(call, "evidence"));
  const drafts = evidence
    .command("drafts")
    .description(t("cli.evidence.drafts.about"))
    .option("--discard <NAME>", t("cli.evidence.drafts.discard"));
  does(drafts, async (call) => (await load()).drafts(call));
  const verify = evidence.command("verify <ID>").description(t("cli.evidence.verify.about"));
  does(verify, async (call) => (await load()).verify(call));
  const extract = evidence
    .command("extract <ID>")
    .description(t("cli.evidence.extract.about"))
    .option("--to <PATH>", t("cli.evidence.extract.to"))
    .option("--purpose <TEXT>", t("cli.evidence.extract.purpose"));
  does(extract, async (call) => (await load()).extract(call));
  const custody = evidence
    .command("custody <ID>")
    .description(t("cli.evidence.custody.about"))
    .option("--accept-differences", t("cli.release.accept"))
    .option("--audience <NAME>", t("cli.option.audience"))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--format <LIST>", t("cli.report.format"))
    .option("--out <DIR>", t("cli.report.out"));
  does(custody, async (call) => (await import("./outputs/custody.ts")).writeCustody(call));
  const redact = evidence
    .command("redact <ID>")
    .description(t("cli.evidence.redact.about"))
    .option("--cover <X,Y,WIDTH,HEIGHT>", t("cli.evidence.redact.cover"), collect)
    .option("--why <TEXT>", t("cli.evidence.redact.why"))
    .option("--by <NAME>", t("cli.evidence.redact.by"))
    .option("--title <TEXT>", t("cli.evidence.add.title"))
    .option("--look", t("cli.evidence.redact.look"));
  does(redact, async (call) => (await import("./vault/redact.ts")).redact(call));
  const examine = evidence
    .command("examine <ID>")
    .description(t("cli.evidence.examine.about"))
    .option("--indicators <PATH>", t("cli.examine.option.indicators"), collect)
    .option("--consent <TEXT>", t("cli.examine.option.consent"))
    .option("--keep", t("cli.evidence.examine.keep"));
  does(examine, async (call) => (await import("./vault/examine-sealed.ts")).examineSealed(call));
}
