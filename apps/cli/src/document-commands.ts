// `tocsin document`, with what it does loaded when it is called.
import type { Command } from "commander";
import type { Setup } from "./setup.ts";

/** Writing one is made from its definitions: `tocsin document write`, `tocsin document page`. */
export function addDocument(program: Command, { does, t }: Setup): void {
  const document = program.command("document").helpCommand(false).description(t("cli.document.about"));
  const load = async (): Promise<typeof import("./outputs/document.ts")> => import("./outputs/document.ts");
  const templates = document.command("templates").description(t("cli.document.templates"));
  does(templates, async (call) => (await load()).listTemplates(call));
  const check = document.command("check <DRAFT>").description(t("cli.document.check"));
  does(check, async (call) => (await load()).checkDraft(call));
  const writing = (command: Command): Command =>
    command
      .option("--format <LIST>", t("cli.document.format"))
      .option("--archive", t("cli.document.archive"))
      .option("--out <DIR>", t("cli.document.out"));
  const preview = writing(document.command("preview <DRAFT>").description(t("cli.document.preview")));
  does(preview, async (call) => (await load()).showPreview(call));
  const publish = writing(document.command("publish <DRAFT>").description(t("cli.document.publish")))
    .option("--approved-by <NAME>", t("cli.option.approved-by"))
    .option("--accept-differences", t("cli.release.accept"));
  does(publish, async (call) => (await load()).publishDocument(call));
}
