// `tocsin vault verify`: reads everything again, and says by place what is broken.
import { createHash } from "node:crypto";
import { isWhole, verifyVault, type VaultReport } from "@tocsin/workspace";
import type { Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";
import { withVault } from "./open.ts";

/** 10 where something is not as it should be. */
export async function verifyWhole(call: Call): Promise<number> {
  return withVault(call, async ({ vault }) => {
    const { t } = call.translator;
    const report = await verifyVault(vault, {
      createDigest: () => createHash("sha256"),
      pause,
      signal: call.signal,
      onProgress: ({ part, done, total }) =>
        call.progress.show({
          done,
          total,
          unit: part === "log" ? "steps" : "bytes",
          at: t(part === "log" ? "desk.verify.log" : "desk.verify.evidence"),
        }),
    });
    call.progress.end();
    const whole = isWhole(report);
    if (call.json) await call.give({ whole, ...report });
    else await tell(call, report, whole);
    return whole ? exitCodes.done : exitCodes.found;
  });
}

async function tell(
  { say, talk, translator: { t } }: Call,
  { log, files, orphans }: VaultReport,
  whole: boolean,
): Promise<void> {
  await say(t(whole ? "desk.verify.whole" : "desk.verify.broken"));
  await say(t("desk.verify.counts", { commits: String(log.commits), chains: String(log.chains) }));
  const { open, erased, ...closed } = log.operations;
  const outOfReach = Object.values(closed).reduce((sum, count) => sum + count, 0);
  await say(t("desk.verify.operations", { open, erased, closed: outOfReach }));
  const intact = files.filter(({ state }) => state === "intact").length;
  await say(t("desk.verify.intact", { count: intact }));
  if (!log.isCurrent) await say(t("desk.verify.not-current"));
  for (const { kind, chain, segment, offset, sequence, index } of log.problems) {
    const place = [chain, segment, offset, sequence, index].map((part) => part ?? "-").join(" ");
    await say(`  ${kind} ${place}: ${t(`desk.problem.${kind}`)}`);
  }
  for (const { record, name, state, damagedAt } of files)
    if (state !== "intact")
      await say(
        `  ${record} ${name}${damagedAt === null ? "" : ` ${damagedAt}`}: ${t(`desk.verify.evidence.${state}`)}`,
      );
  if (!whole) talk(t("desk.verify.what-now"));
  if (orphans.length > 0) talk(t("cli.vault.verify.orphans", { count: orphans.length }));
}

/** Lets an interruption in. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
