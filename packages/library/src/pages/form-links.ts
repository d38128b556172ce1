// The same in other forms, each a link with what it weighs.
import { mark, type Markup } from "../markup.ts";
import { addressOf } from "../page-plan.ts";
import type { Tongue } from "../words/tongue.ts";
import { bytesOfText } from "./in-pages.ts";

/** Ending of the file, and how it is made. */
export type NamedForm = readonly [ending: string, make: () => string];

/** `rest`: the page on which they stand; `base`: where the forms lie, without an ending. Both below the folder of the language. */
export function formLinks(
  tongue: Tongue,
  {
    rest,
    base,
    forms,
  }: { readonly rest: string; readonly base: string; readonly forms: readonly NamedForm[] },
): Markup {
  const links = forms.map(
    ([ending, make]) =>
      mark`<li><a href="${addressOf(rest, `${base}.${ending}`)}">${ending.toUpperCase()}</a> <small>${tongue.size(bytesOfText(make()))}</small></li>`,
  );
  return mark`<nav aria-label="${tongue.text("library.table.forms")}"><p>${tongue.say("library.table.forms")}</p><ul class="inline">${links}</ul></nav>`;
}
