// `tocsin library verify`: checks a library that somebody was handed, and says plainly what is proved and what is not.
import { resolve } from "node:path";
import { verifyLibrary } from "@tocsin/node";
import { wordOf, type Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";

const proved = ["files", "signed", "mirrors"] as const;
const provedOfPage = ["page"] as const;
const unproved = ["key", "true", "newest", "time"] as const;

export async function verifyLibraryAt(call: Call): Promise<number> {
  const report = await verifyLibrary(resolve(wordOf(call, 0)), call.signal);
  const holds = report.failures.length === 0;
  const shown = report.isPage
    ? provedOfPage
    : proved.filter((what) => what !== "mirrors" || report.mirrors.length > 0);
  if (call.json) await call.give({ ...report, holds, proved: holds ? shown : [], unproved });
  else {
    const { t } = call.translator;
    await call.say(`${t("cli.library.made")}: ${report.made}`);
    await call.say(`${t("cli.library.release")}: ${report.release}`);
    await call.say(`${t("cli.library.key")}: ${report.key}`);
    for (const mirror of report.mirrors) await call.say(`${t("cli.library.mirror")}: ${mirror}`);
    await call.say(t("cli.bundle.failures", { count: report.failures.length + report.moreFailures }));
    for (const { kind, path } of report.failures)
      await call.say(`  ${t(`cli.library.failure.${kind}`)}  ${path}`);
    if (holds) await call.say(t("cli.bundle.proved"));
    if (holds)
      for (const what of shown)
        await call.say(`  + ${t(`cli.library.proved.${what}`, { count: report.files })}`);
    await call.say(t("cli.bundle.unproved"));
    for (const what of unproved) await call.say(`  - ${t(`cli.library.unproved.${what}`)}`);
  }
  return holds ? exitCodes.done : exitCodes.found;
}
