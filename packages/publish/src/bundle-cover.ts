// The cover of a bundle: one static page for people that says what lies in the folder, what a check can prove and what
// none can, and how to check it with standard tools. It loads nothing and runs nothing.
import { withVisibleCharacters } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { escape as escapeHtml, htmlPage } from "./html-page.ts";

export interface CoverFact {
  readonly name: "obtained-how" | "obtained-by" | "obtained-when" | "added" | "verified";
  readonly text: string;
}

export interface CoverExhibit {
  /** Name of the sealed file: 32 hexadecimal characters. */
  readonly name: string;
  readonly title: string;
  readonly part: "bytes" | "listing";
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly recipients: readonly string[];
  readonly custody: readonly CoverFact[];
  /** What was written about it, with the times that were claimed. */
  readonly entries: readonly { readonly at: string; readonly act: string }[];
}

export interface BundleCover {
  readonly vault: string;
  readonly release: string;
  readonly made: string;
  readonly audience: string;
  readonly approvedBy: string;
  /** Empty for none. */
  readonly case: string;
  /** How many entries it holds, those of the release apart. */
  readonly entries: number;
  readonly exhibits: readonly CoverExhibit[];
  /** Of the verifier in the folder; null where there is none. */
  readonly pageSha256: string | null;
}

const proved = ["files", "entries", "signatures", "chains", "exhibits", "release"];
const unproved = ["person", "times", "history", "complete", "true", "key", "vault", "removals", "pages"];

export function composeBundleCover(cover: BundleCover, translator: Translator): string {
  const { t } = translator;
  const title = t("bundle.cover.title", { audience: t(`audiences.${cover.audience}.label`) });
  const list = (prefix: string, keys: readonly string[]): string =>
    `<ul>${keys.map((key) => `<li>${escape(t(`${prefix}.${key}`))}</li>`).join("")}</ul>`;
  return htmlPage({
    language: translator.locale,
    direction: translator.direction,
    title: withVisibleCharacters(title.toWellFormed()),
    body: `<header>
<p class="kind">${escape(t("bundle.cover.kind"))}</p>
<h1>${escape(title)}</h1>
<p>${escape(t("bundle.cover.about"))}</p>
<p>${escape(t("bundle.cover.contents", { entries: cover.entries, exhibits: cover.exhibits.length }))}</p>
${facts(translator, headFacts(cover))}
</header>
<main>
${section(t("bundle.cover.exhibits"), exhibitsHtml(cover, translator))}
${section(
  t("bundle.cover.proved"),
  `<p>${escape(t("bundle.cover.proved.about"))}</p>${list("bundle.proved", proved)}`,
)}
${section(t("bundle.cover.unproved"), list("bundle.unproved", unproved))}
${section(t("bundle.cover.check"), checkHtml(cover, translator))}
</main>`,
  });
}

interface Fact {
  /** Key behind `bundle.fact.` */
  readonly name: string;
  readonly text: string;
  /** Written as it is, left to right: identifiers, hashes, paths. */
  readonly verbatim?: boolean;
}

/** What is not seen could make one name look like another's: it is shown. */
function escape(text: string): string {
  return escapeHtml(withVisibleCharacters(text.toWellFormed()));
}

function headFacts(cover: BundleCover): readonly Fact[] {
  return [
    { name: "approved-by", text: cover.approvedBy },
    { name: "made", text: cover.made, verbatim: true },
    { name: "release", text: cover.release, verbatim: true },
    ...(cover.case === "" ? [] : [{ name: "case", text: cover.case, verbatim: true }]),
    { name: "vault", text: cover.vault, verbatim: true },
  ];
}

function facts({ t }: Translator, list: readonly Fact[]): string {
  const rows = list.map(({ name, text, verbatim }) => {
    const value = verbatim === true ? code(text) : `<span dir="auto">${escape(text)}</span>`;
    return `<div><dt>${escape(t(`bundle.fact.${name}`))}</dt><dd>${value}</dd></div>`;
  });
  return `<dl>${rows.join("")}</dl>`;
}

function code(text: string): string {
  return `<code dir="ltr">${escape(text)}</code>`;
}

function section(heading: string, body: string): string {
  return `<section><h2>${escape(heading)}</h2>${body}</section>`;
}

function exhibitsHtml(cover: BundleCover, translator: Translator): string {
  if (cover.exhibits.length === 0) return `<p>${escape(translator.t("bundle.cover.no-exhibits"))}</p>`;
  return cover.exhibits.map((exhibit) => exhibitHtml(exhibit, translator)).join("\n");
}

function exhibitHtml(exhibit: CoverExhibit, translator: Translator): string {
  const { t } = translator;
  const title = exhibit.title === "" ? t("bundle.untitled") : exhibit.title;
  const heading = exhibit.part === "listing" ? t("bundle.listing", { title }) : title;
  const entries = exhibit.entries.map(({ at, act }) => `${at} ${act}`).join(" · ");
  return `<article><h3 dir="auto">${escape(heading)}</h3>${facts(translator, [
    { name: "sha256", text: exhibit.sha256, verbatim: true },
    { name: "size", text: t("bundle.size", { bytes: exhibit.size }) },
    { name: "media-type", text: exhibit.mediaType, verbatim: true },
    { name: "file", text: `data/evidence/${exhibit.name}.age`, verbatim: true },
    ...exhibit.recipients.map((text) => ({ name: "sealed-to", text, verbatim: true })),
    ...exhibit.custody,
    ...(entries === "" ? [] : [{ name: "entries", text: entries, verbatim: true }]),
  ])}</article>`;
}

function checkHtml({ exhibits, pageSha256 }: BundleCover, { t }: Translator): string {
  const name = exhibits[0]?.name ?? "NAME";
  const page =
    pageSha256 === null
      ? escape(t("bundle.cover.check.no-page"))
      : `${escape(t("bundle.cover.check.page"))} ${code(pageSha256)}`;
  const steps = [
    `${escape(t("bundle.cover.check.hashes"))} ${code(
      "sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt",
    )}`,
    page,
    `${escape(t("bundle.cover.check.command"))} ${code("tocsin bundle verify .")}`,
    `${escape(t("bundle.cover.check.open"))} ${code(`age -d data/evidence/${name}.age | sha256sum`)}`,
    escape(t("bundle.cover.check.format")),
  ];
  return `<ol>${steps.map((step) => `<li>${step}</li>`).join("")}</ol>`;
}
