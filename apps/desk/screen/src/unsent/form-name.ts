// A form is called by its address, and Home says which one that is.
import type { Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { FormField } from "@tocsin/records";
import { languageTextOf } from "../fields/language-text.ts";
import type { Route } from "../router.ts";

const mark = "_";

/** Between the name of a form and that of one of its fields, whose text is kept apart since it is too long for it. */
export const longMark = "__";

export function nameOfForm(route: Route): string {
  return route.join(mark);
}

export function partsOfForm(form: string): Route {
  const [whole = ""] = form.split(longMark);
  return whole.split(mark);
}

export function formWords(words: Translator, form: string): string {
  const [first = "", name = ""] = partsOfForm(form);
  if (first === "new") return words.t("desk.record.new", { kind: words.t(`kind.${name}.one`) });
  if (words.has(`kind.${first}.one`))
    return words.t("desk.unsent.on-page", { kind: words.t(`kind.${first}.one`) });
  if (first === "write") return words.t("writing.begin");
  if (first === "assess") return words.t("command.assessment.begin");
  return words.t(first === "do" ? `command.${name}` : "desk.door.happened");
}

const mostOfLabel = 80;

/** The first text that somebody typed: its title, or a name. */
export function labelOfTyped(fields: readonly FormField[], values: Readonly<Record<string, Json>>): string {
  const texts = fields.flatMap(({ name }) => languageTextOf(values[name])?.text ?? []);
  return (texts[0] ?? "").slice(0, mostOfLabel);
}
