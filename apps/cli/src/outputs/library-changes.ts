// What changes since the last release of the library, line by line.
import type { LibraryChanges } from "@tocsin/workspace";
import type { Call } from "../call.ts";

export async function sayChanges(call: Call, changes: LibraryChanges): Promise<void> {
  const { t } = call.translator;
  const { since, isWhole, items, tables, about, unchanged } = changes;
  if (since === null) {
    await call.say(t("desk.library.changes.first"));
    return;
  }
  const { release, approved, isWithdrawn } = since;
  await call.say(t("cli.publish.since", { release, date: approved }));
  if (isWithdrawn) await call.say(`  ${t("mark.withdrawn")}`);
  if (!isWhole) await call.say(`  ${t("desk.library.changes.not-whole")}`);
  for (const { change, kind, title, parts } of items) {
    const which = parts.map((part) => t(`library.part-of.${part}`)).join(", ");
    await call.say(
      `  ${t(`library.change.${change}`)}  ${t(`kind.${kind}.one`)}: ${title}${which === "" ? "" : ` (${which})`}`,
    );
  }
  for (const { change, title } of tables) await call.say(`  ${t(`library.change.${change}`)}  ${title}`);
  if (about.length > 0) {
    const list = about.map((part) => t(`library.about.${part}`)).join(", ");
    await call.say(`  ${t("desk.library.changes.about", { list })}`);
  }
  if (isWhole) await call.say(`  ${t("desk.library.unchanged", { count: unchanged })}`);
}
