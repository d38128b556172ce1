// `tocsin import take-back` and `bring-back`: a whole import of a table, as one act each way.
import { parseId } from "@tocsin/core";
import { bringBackImport, takeBackImport, type TakeBackOptions, type TakeBackPlan } from "@tocsin/workspace";
import { wordOf, type Call } from "../call.ts";
import { withProgram } from "../vault/open.ts";

/** Records that are shown without being asked for. */
const shown = 20;

export async function takeBack(call: Call): Promise<undefined> {
  const options = { ...optionsOf(call), changedToo: call.options["changedToo"] === true };
  await withProgram(call, async ({ workspace }) => {
    const plan = await takeBackImport(workspace, options).finally(call.progress.end);
    if (call.json) await call.give(plan);
    else await tell(call, plan, options);
  });
}

export async function bringBack(call: Call): Promise<undefined> {
  const options = optionsOf(call);
  const { t } = call.translator;
  await withProgram(call, async ({ workspace }) => {
    const brought = await bringBackImport(workspace, options).finally(call.progress.end);
    if (call.json) return call.give(brought);
    await call.say(t(options.dryRun ? "cli.import.back.again-would" : "cli.import.back.again"));
    await sayKinds(call, brought.records);
    await call.say(t("cli.import.back.changed", { count: brought.changed }));
    return undefined;
  });
}

function optionsOf(call: Call): TakeBackOptions {
  const { t } = call.translator;
  return {
    table: parseId(wordOf(call, 0)),
    dryRun: call.options["dryRun"] === true,
    onProgress: ({ step, done, total }) =>
      call.progress.show({
        done,
        total,
        unit: step === "rows" ? "rows" : "steps",
        at: t(`cli.import.back.step.${step}`),
      }),
    onTables: (state) => call.progress.show({ ...state, unit: "steps", at: t("cli.progress.records") }),
    signal: call.signal,
  };
}

async function tell(
  call: Call,
  { withdrawn, putBack, kept, listed }: TakeBackPlan,
  { table, dryRun, changedToo = false }: TakeBackOptions,
): Promise<void> {
  const { t } = call.translator;
  await call.say(t(dryRun ? "cli.import.back.would" : "cli.import.back.done"));
  await sayKinds(call, withdrawn);
  await call.say(t("cli.import.back.put-back", { count: putBack }));
  await call.say(t(changedToo ? "cli.import.back.worked-on" : "cli.import.back.kept", { ...kept }));
  for (const { id, kind, label, reason } of listed.slice(0, shown))
    await call.say(`  ${id}  ${kind}  ${label}  ${t(`cli.import.back.reason.${reason}`)}`);
  const rest = kept.changed + kept.linked + kept.together - Math.min(listed.length, shown);
  if (rest > 0) await call.say(t("cli.import.back.more", { count: rest }));
  await call.say(t("cli.import.back.nothing-erased", { table }));
}

async function sayKinds(call: Call, records: Readonly<Record<string, number>>): Promise<void> {
  for (const [kind, count] of Object.entries(records)) await call.say(`  ${kind}: ${count}`);
}
