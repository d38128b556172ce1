// `tocsin help desk`: the guides of the desk as text, in the language of the person, without a browser and without a vault.
import { guides, sentenceOf, type Guide } from "@tocsin/desk-screen";
import type { Translator } from "@tocsin/language";
import { usage, type Call } from "./call.ts";

export async function showGuides(call: Call): Promise<undefined> {
  const [name] = call.args;
  if (name === undefined) return listGuides(call);
  const guide = guides.find((each) => each.name === name);
  if (guide === undefined) throw usage(`no guide is called so; tocsin help desk lists them`);
  const told = tellGuide(call.translator, guide);
  if (call.json) await call.give(told);
  else await call.say(linesOf(call.translator, told).join("\n"));
}

async function listGuides(call: Call): Promise<undefined> {
  const { t } = call.translator;
  const named = guides.map(({ name }) => ({ name, title: t(`manual.${name}.title`) }));
  if (call.json) {
    await call.give(named);
    return undefined;
  }
  const widest = Math.max(...guides.map(({ name }) => name.length));
  await call.say(named.map(({ name, title }) => `${name.padEnd(widest)}  ${title}`).join("\n"));
  call.talk(t("cli.help.desk.read"));
  return undefined;
}

interface ToldStep {
  readonly say: string;
  readonly note?: string;
}

interface ToldGuide {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly steps: readonly ToldStep[];
}

function tellGuide(words: Translator, { name, steps }: Guide): ToldGuide {
  const { t } = words;
  return {
    name,
    title: t(`manual.${name}.title`),
    why: t(`manual.${name}.why`),
    steps: steps.map((step) => ({
      say: sentenceOf(words, step),
      ...(step.note === undefined ? {} : { note: t(`manual.${name}.${step.note}`) }),
    })),
  };
}

function linesOf({ t }: Translator, { title, why, steps }: ToldGuide): readonly string[] {
  const numbered = steps.flatMap(({ say, note }, at) => [
    `${String(at + 1).padStart(2)}. ${say}`,
    ...(note === undefined ? [] : [`    ${note}`]),
  ]);
  return [title, "", why, "", ...numbered, "", t("manual.example-note")];
}
