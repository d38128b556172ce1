// What the check found, in plain words: what holds, what does not, what nobody can know from it, and every exhibit.
import type { Translator } from "@tocsin/language";
import {
  type BundleFailure,
  type BundleReport,
  type CheckedExhibit,
  exhibitPath,
  sealedFilesIn,
} from "@tocsin/vault";
import { type Child, element, facts, itemList, verbatim } from "../page-parts/elements.ts";

export interface Shown {
  readonly report: BundleReport;
  readonly words: Translator;
  /** Starts saving an exhibit; says how it goes in the element. */
  readonly onSave: (exhibit: Savable, status: HTMLElement) => void;
}

export interface Savable {
  readonly path: string;
  readonly passphrase: string;
  readonly size: number;
  readonly sha256: string;
  readonly fileName: string;
}

const mostEntries = 500;

export function resultOf(shown: Shown): readonly HTMLElement[] {
  const { report, words } = shown;
  const { t } = words;
  const holds = report.failures.length === 0;
  const verdict = element("h2", { tabindex: "-1", class: holds ? "holds" : "fails" });
  verdict.append(t(holds ? "bundle.page.holds" : "bundle.page.fails"));
  const section = (key: string, ...children: readonly Child[]): HTMLElement =>
    element("section", {}, element("h2", {}, t(key)), ...children);
  return [
    verdict,
    headFacts(shown),
    ...(holds ? [] : [section("bundle.page.failures", failureList(shown))]),
    section("bundle.page.proved", itemList(report.proved.map((key) => t(`bundle.proved.${key}`)))),
    section("bundle.page.unproved", itemList(report.unproved.map((key) => t(`bundle.unproved.${key}`)))),
    section("bundle.cover.exhibits", ...exhibitList(shown)),
    ...(report.checkpoints.length === 0
      ? []
      : [section("bundle.page.checkpoints", itemList(checkpointLines(shown)))]),
    section("bundle.page.entries", ...entryList(shown)),
  ];
}

function headFacts({ report, words: { t } }: Shown): HTMLElement {
  const { document } = report;
  return facts([
    [t("bundle.fact.vault"), verbatim(report.vault)],
    [t("bundle.fact.release"), verbatim(document.release)],
    [t("bundle.fact.approved-by"), element("span", { dir: "auto" }, document.approvedBy)],
    [t("bundle.fact.made"), verbatim(document.made)],
  ]);
}

function failureList({ report, words: { t } }: Shown): HTMLElement {
  const items = report.failures.map((failure) =>
    element("span", {}, `${t(`bundle.failure.${failure.kind}`)} `, verbatim(placeOf(failure))),
  );
  return itemList(items);
}

function placeOf({ path, line, commit, index }: BundleFailure): string {
  const parts = [
    path,
    line === null ? null : String(line),
    commit === null ? null : `${commit}:${index ?? ""}`,
  ];
  return parts.filter((part) => part !== null).join(" ");
}

function checkpointLines({ report, words: { t } }: Shown): readonly string[] {
  return report.checkpoints.map(({ id, covers, hasTimestamp }) =>
    t(hasTimestamp ? "bundle.checkpoint.timestamp" : "bundle.checkpoint", { id, covers }),
  );
}

function exhibitList(shown: Shown): readonly HTMLElement[] {
  const { report, words } = shown;
  if (report.exhibits.length === 0) return [element("p", {}, words.t("bundle.cover.no-exhibits"))];
  return report.exhibits.map((checked) => exhibitCard(shown, checked));
}

function exhibitCard(shown: Shown, checked: CheckedExhibit): HTMLElement {
  const { t } = shown.words;
  const { exhibit, state, isNamed } = checked;
  const title = exhibit.title === "" ? t("bundle.untitled") : exhibit.title;
  const fits = state === "fits" && isNamed;
  return element(
    "article",
    {},
    element("h3", { dir: "auto" }, exhibit.part === "listing" ? t("bundle.listing", { title }) : title),
    element("p", { class: fits ? "holds" : "fails" }, t(`bundle.exhibit.${state}`)),
    facts([
      [t("bundle.fact.sha256"), verbatim(exhibit.sha256)],
      [t("bundle.fact.size"), t("bundle.size", { bytes: exhibit.size })],
      [t("bundle.fact.media-type"), verbatim(exhibit.mediaType)],
      [t("bundle.fact.file"), verbatim(exhibitPath(exhibit.name))],
    ]),
    fits ? saveButton(shown, checked, title) : null,
  );
}

function saveButton(shown: Shown, { exhibit }: CheckedExhibit, title: string): HTMLElement {
  const { report, words, onSave } = shown;
  const status = element("p", { role: "status" });
  const button = element("button", {
    type: "button",
    "aria-label": `${words.t("bundle.page.save")}: ${title}`,
  });
  button.append(words.t("bundle.page.save"));
  const operation = report.operations.find(
    ({ commit, index }) => commit === exhibit.commit && index === exhibit.index,
  );
  const files =
    operation?.payload === undefined || operation.payload === null ? [] : sealedFilesIn(operation.payload);
  const passphrase = files.find(({ name }) => name === exhibit.name)?.passphrase ?? "";
  const { sha256, size, name } = exhibit;
  const savable = {
    path: exhibitPath(name),
    passphrase,
    sha256,
    size,
    fileName: `${sha256.slice(0, 16)}.bin`,
  };
  button.addEventListener("click", () => onSave(savable, status));
  return element("div", {}, button, status);
}

function entryList({ report, words: { t } }: Shown): readonly HTMLElement[] {
  const written = report.operations.filter(({ type }) => type < 0x80);
  const items = written.slice(0, mostEntries).map(({ commit, index, at, holds, payload }) => {
    const head = `${timeOf(at)} · ${commit.slice(0, 12)}:${index} · `;
    return element(
      "details",
      {},
      element(
        "summary",
        {},
        verbatim(head),
        t(holds ? "bundle.page.entry.holds" : "bundle.page.entry.fails"),
      ),
      element(
        "pre",
        { dir: "auto", tabindex: "0" },
        payload === null ? "" : JSON.stringify(payload, withoutSecrets, 2),
      ),
    );
  });
  const more = written.length - items.length;
  return [
    element("p", {}, t("bundle.page.entries.about")),
    ...items,
    ...(more > 0 ? [element("p", {}, t("bundle.page.entries.more", { count: more }))] : []),
  ];
}

/** A passphrase is for the button that saves, and for whoever opens the file with another tool; not for a screen. */
function withoutSecrets(name: string, value: unknown): unknown {
  return name === "passphrase" ? "…" : value;
}

function timeOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}
