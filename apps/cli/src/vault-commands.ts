// `tocsin vault`: what is done with a vault as a whole: its keys, its copies, what it is anchored by, what is kept how long.
import type { Command } from "commander";
import type { Setup } from "./setup.ts";

export function addVault(program: Command, setup: Setup): void {
  const { does, t } = setup;
  const vault = program.command("vault").helpCommand(false).description(t("cli.vault.about"));
  const load = async (): Promise<typeof import("./vault/vault.ts")> => import("./vault/vault.ts");
  const create = vault
    .command("create <PATH>")
    .description(t("cli.vault.create.about"))
    .option("--device <NAME>", t("cli.vault.create.device"))
    .option("--empty", t("cli.vault.create.empty"))
    .option("--no-recovery", t("cli.vault.create.no-recovery"));
  does(create, async (call) => (await load()).createVault(call));
  const status = vault.command("status").description(t("cli.vault.status.about"));
  does(status, async (call) => (await load()).showStatus(call));
  const out = vault.command("export <DIR>").description(t("cli.vault.export.about"));
  does(out, async (call) => (await load()).exportVault(call));
  const back = vault.command("import <DIR>").description(t("cli.vault.import.about"));
  does(back, async (call) => (await load()).importVault(call));
  addKeeping(vault, setup);
  addCopies(vault, setup);
  addAnchors(vault, setup);
}

function addAnchors(vault: Command, { does, t }: Setup): void {
  const load = async (): Promise<typeof import("./vault/anchors.ts")> => import("./vault/anchors.ts");
  const checkpoint = vault
    .command("checkpoint")
    .description(t("cli.vault.checkpoint.about"))
    .option("--chain <CHAIN>", t("cli.vault.checkpoint.chain"))
    .option("--request <FILE>", t("cli.vault.checkpoint.request"));
  does(checkpoint, async (call) => (await load()).makeCheckpoint(call));
  const timestamp = vault
    .command("timestamp")
    .description(t("cli.vault.timestamp.about"))
    .option("--answer <FILE>", t("cli.vault.timestamp.answer"))
    .option("--authority <URL>", t("cli.vault.timestamp.authority"))
    .option("--ca <FILE>", t("cli.vault.timestamp.ca"));
  does(timestamp, async (call) => (await load()).addTimestamp(call));
  const anchors = vault
    .command("anchors")
    .description(t("cli.vault.anchors.about"))
    .option("--ca <FILE>", t("cli.vault.anchors.ca"));
  does(anchors, async (call) => (await load()).showAnchors(call));
}

function addKeeping(vault: Command, { does, t }: Setup): void {
  const verify = vault.command("verify").description(t("cli.vault.verify.about"));
  does(verify, async (call) => (await import("./vault/verify.ts")).verifyWhole(call));
  const load = async (): Promise<typeof import("./vault/recovery.ts")> => import("./vault/recovery.ts");
  const recover = vault
    .command("recover <PATH>")
    .description(t("cli.vault.recover.about"))
    .option("--words-file <PATH>", t("cli.vault.recover.words"))
    .option("--device <NAME>", t("cli.vault.create.device"));
  does(recover, async (call) => (await load()).recover(call));
  const passphrase = vault
    .command("passphrase")
    .description(t("cli.vault.passphrase.about"))
    .option("--new-passphrase-file <PATH>", t("cli.vault.passphrase.new"));
  does(passphrase, async (call) => (await load()).changePassphrase(call));
}

function addCopies(vault: Command, { does, t }: Setup): void {
  const load = async (): Promise<typeof import("./vault/copies.ts")> => import("./vault/copies.ts");
  const backup = vault
    .command("backup <PATH>")
    .description(t("cli.vault.backup.about"))
    .option("--label <TEXT>", t("cli.vault.backup.label"))
    .option("--locked", t("cli.vault.backup.locked"))
    .option("--quick", t("cli.vault.backup.quick"));
  does(backup, async (call) => (await load()).backUp(call));
  const restore = vault
    .command("restore <BACKUP> [FOLDER]")
    .description(t("cli.vault.restore.about"))
    .option("--partial", t("cli.vault.restore.partial"))
    .option("--check", t("cli.vault.restore.check"));
  does(restore, async (call) => (await load()).restore(call));
}
