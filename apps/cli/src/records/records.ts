// `tocsin record` and `tocsin search`: everything that is kept, of whatever kind, through one set of commands.
import { parseId } from "@tocsin/core";
import { formOf, kindOf, type FormField, type SearchHit } from "@tocsin/records";
import type { Acknowledged, ListPage, RecordPage, Workspace } from "@tocsin/workspace";
import { listOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { withProgram } from "../vault/open.ts";
import { languageNotices } from "./language-notices.ts";
import { tellValue } from "./tell-value.ts";
import { textLanguageOf } from "./text-language.ts";
import { parseTypedField, patchOfTyped, valuesOfTyped } from "./typed-fields.ts";

export async function createRecord(call: Call): Promise<undefined> {
  const kind = kindOf(await call.parts.registry(), wordOf(call, 0));
  const values = valuesOfTyped(kind, listOption(call, "set"), textLanguageOf(call));
  await run(call, "record.create", { kind: kind.name, values });
}

export async function changeRecord(call: Call): Promise<undefined> {
  const record = parseId(wordOf(call, 0));
  const typed = {
    set: listOption(call, "set"),
    add: listOption(call, "add"),
    remove: listOption(call, "remove"),
    clear: listOption(call, "clear"),
  };
  if (Object.values(typed).every((list) => list.length === 0)) throw usage("nothing is to be changed");
  await withProgram(call, async ({ workspace }) => {
    const page = await showPage(workspace, record);
    const patch = patchOfTyped(kindOf(workspace.registry, page.kind), typed, textLanguageOf(call));
    await acknowledge(call, await workspace.run("record.change", { record, patch }));
  });
}

/** Runs a command of the workspace by its name, and prints the records that it touched. */
export async function run(call: Call, name: string, input: unknown): Promise<undefined> {
  await withProgram(call, async ({ workspace }) => acknowledge(call, await workspace.run(name, input)));
}

export async function ask(call: Call, name: string, input: unknown): Promise<undefined> {
  await withProgram(call, async ({ workspace }) => {
    const answer = await workspace.ask(name, input);
    if (call.json) await call.give(answer);
    else await call.say(tellValue(answer));
  });
}

async function acknowledge(call: Call, { records, operations, at }: Acknowledged): Promise<void> {
  if (call.json) await call.give({ records, operations, at: new Date(at).toISOString() });
  else for (const record of records) await call.say(record);
  call.talk(call.translator.t("cli.records.sealed", { count: operations }));
}

export async function listRecords(call: Call, kind = wordOf(call, 0)): Promise<undefined> {
  const where = listOption(call, "where").map((typed) => {
    const { name, text } = parseTypedField(typed);
    return { field: name, value: text };
  });
  const limit = stringOption(call, "limit");
  const after = stringOption(call, "after");
  const input = {
    kind,
    where,
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(after === undefined ? {} : { after }),
  };
  await withProgram(call, async ({ workspace }) => {
    // `record.list` gives this; it crosses no border.
    const page = (await workspace.ask("record.list", input)) as ListPage;
    if (call.json) {
      await call.give(page);
      return;
    }
    for (const row of page.rows) await call.say([row.id, row.label, ...markWords(call, row)].join("  "));
    if (page.rows.length === 0) call.talk(call.translator.t("cli.records.none"));
    if (page.next !== null) call.talk(call.translator.t("cli.records.more", { after: page.next }));
  });
}

export async function showRecord(call: Call): Promise<undefined> {
  const record = parseId(wordOf(call, 0));
  await withProgram(call, async ({ workspace }) => {
    const page = await showPage(workspace, record);
    if (call.json) {
      await call.give(page);
      return;
    }
    const { kind, id, label, values, conflicts, linked } = page;
    await call.say(`${kind} ${id}\n${label}\n`);
    for (const words of markWords(call, page)) await call.say(`${words}\n`);
    await call.say(tellValue(values));
    const { fields } = formOf(kindOf(await call.parts.registry(), kind));
    for (const notice of languageNotices(call.translator, fields, values)) await call.say(`\n${notice}`);
    if (Object.keys(conflicts).length > 0)
      await call.say(`\n${call.translator.t("cli.records.conflicts")}\n${tellValue(conflicts)}`);
    for (const { kind: from, rows, total } of linked) {
      for (const row of rows) await call.say(`${from}  ${row.id}  ${row.label}`);
      const count = total - rows.length;
      if (count > 0) await call.say(`${from}  ${call.translator.t("pictures.more", { count })}`);
    }
  });
}

function markWords({ translator }: Call, { marks = [] }: Pick<RecordPage, "marks">): readonly string[] {
  return marks.filter((mark) => mark !== "draft").map((mark) => translator.t(`mark.${mark}`));
}

async function showPage(workspace: Workspace, record: string): Promise<RecordPage> {
  // `record.show` gives this; it crosses no border.
  return (await workspace.ask("record.show", { record })) as RecordPage;
}

export async function searchRecords(call: Call): Promise<undefined> {
  const kind = stringOption(call, "kind");
  const words = call.args.join(" ");
  await withProgram(call, async ({ workspace }) => {
    const order = call.options["ranked"] === true ? "ranked" : "newest";
    const hits = await workspace.view.search(words, {
      order,
      limit: shownHits,
      ...(kind === undefined ? {} : { kind }),
    });
    const among = hits[0]?.among;
    if (among !== undefined) call.talk(call.translator.t("cli.search.among", { count: among }));
    if (call.json) await call.give(hits);
    else for (const hit of hits) await call.say(tellHit(call, hit));
    if (among === undefined && hits.length === shownHits)
      call.talk(call.translator.t("search.newest", { count: hits.length }));
    if (hits.length === 0) call.talk(call.translator.t("cli.records.none"));
  });
}

const shownHits = 20;

/** Beneath the record the piece of text, with what was sought between angles, and how it was found where that is a guess. */
function tellHit({ translator: { t } }: Call, { kind, id, label, how, excerpt }: SearchHit): string {
  const guess = how === "same" ? [] : [`(${t(`search.how.${how}`)})`];
  const piece =
    excerpt === undefined || excerpt.text === label ? [] : [`${excerpt.field}: ${marked(excerpt)}`];
  const beneath = [...piece, ...guess].join("  ");
  return `${kind}  ${id}  ${label}${beneath === "" ? "" : `\n    ${beneath}`}`;
}

function marked({ text, marks }: NonNullable<SearchHit["excerpt"]>): string {
  let told = "";
  let from = 0;
  for (const [start, end] of marks) {
    told += `${text.slice(from, start)}‹${text.slice(start, end)}›`;
    from = end;
  }
  return (told + text.slice(from)).replaceAll(/\s+/g, " ");
}

/** What a kind is made of; without one, which kinds there are. Needs no vault. */
export async function showFields(call: Call): Promise<undefined> {
  const registry = await call.parts.registry();
  const [name] = call.args;
  if (name === undefined) {
    const kinds = [...registry.kinds.keys()];
    await (call.json ? call.give(kinds) : call.say(kinds.join("\n")));
    return;
  }
  const form = formOf(kindOf(registry, name));
  if (call.json) {
    await call.give(form);
    return;
  }
  for (const field of form.fields) {
    const terms = field.vocabulary === undefined ? undefined : registry.vocabularies.get(field.vocabulary);
    const codes = terms?.terms.map(({ code }) => code) ?? [];
    await call.say(fieldText(call, field, codes));
  }
}

const mostCodes = 12;

function fieldText(
  { translator: { t, has } }: Call & { translator: { has: (key: string) => boolean } },
  field: FormField,
  codes: readonly string[],
): string {
  const marks = [
    field.type,
    ...(field.required === true ? [t("state.required")] : []),
    ...(field.fixed === true ? [t("cli.records.fixed")] : []),
    ...(field.to === undefined ? [] : [`-> ${field.to}`]),
  ];
  const shown =
    codes.length === 0
      ? ""
      : `\n      ${codes.slice(0, mostCodes).join(", ")}${codes.length > mostCodes ? ", ..." : ""}`;
  return `  ${field.name.padEnd(16)} ${has(field.label) ? t(field.label) : field.name} (${marks.join(", ")})${shown}`;
}
