// What would leave, by kind: how many, in which languages something is not told, and each by itself.
import type { PlannedLibrary } from "../api/contract/library.ts";
import { useDesk } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";
import { ItemLink, PageButton } from "./library-changes.tsx";
import { LongList } from "./long-list.tsx";

type Leaving = PlannedLibrary["leaving"][number];

interface LibraryLeavesProps {
  readonly planned: PlannedLibrary;
  readonly show: (slug: string) => void;
}

const kinds = ["resource", "case", "measure", "proceeding", "commitment"];

export function LibraryLeaves({ planned: { leaving, about }, show }: LibraryLeavesProps) {
  const { words } = useDesk();
  const { locales } = about;
  const groups = [...new Set([...kinds, ...leaving.map(({ kind }) => kind)])]
    .map((kind) => ({ kind, items: leaving.filter((item) => item.kind === kind) }))
    .filter(({ items }) => items.length > 0);
  return (
    <section className="card" aria-labelledby="leaves-title">
      <h2 id="leaves-title">
        {words.t("desk.library.leaves", { count: numberWords(words, leaving.length) })}
      </h2>
      {groups.map(({ kind, items }) => (
        <details key={kind}>
          <summary>
            {words.t(`kind.${kind}`)}: {numberWords(words, items.length)}
          </summary>
          <LongList
            rows={items}
            draw={(item) => (
              <li key={item.slug}>
                <span>
                  <ItemLink item={item} />{" "}
                  <small>
                    · {words.t(`cli.publish.state.${item.state}`)}
                    <Untold item={item} locales={locales} />
                  </small>
                </span>
                <PageButton item={item} show={show} />
              </li>
            )}
          />
        </details>
      ))}
      <Languages leaving={leaving} locales={locales} />
    </section>
  );
}

function missing({ state, langs }: Leaving, locales: readonly string[]): readonly string[] {
  return state === "withdrawn" ? [] : locales.filter((locale) => !langs.includes(locale));
}

function useLanguageNames(): (codes: readonly string[]) => string {
  const { words } = useDesk();
  const names = new Intl.DisplayNames(words.locale, { type: "language" });
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  return (codes) => list.format(codes.map((code) => names.of(code) ?? code));
}

function Untold({ item, locales }: { readonly item: Leaving; readonly locales: readonly string[] }) {
  const { words } = useDesk();
  const named = useLanguageNames();
  const lacking = missing(item, locales);
  if (lacking.length === 0) return null;
  return <> · {words.t("desk.library.untold", { list: named(lacking) })}</>;
}

interface LanguagesProps {
  readonly leaving: readonly Leaving[];
  readonly locales: readonly string[];
}

/** Readers of such a language get another one, with a notice in theirs. */
function Languages({ leaving, locales }: LanguagesProps) {
  const { words } = useDesk();
  const named = useLanguageNames();
  const counts = locales
    .map((locale) => ({
      locale,
      count: leaving.filter((item) => missing(item, locales).includes(locale)).length,
    }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <>
      <h3>{words.t("desk.library.languages")}</h3>
      <p className="note">{words.t("desk.library.languages.why")}</p>
      <dl className="face">
        {counts.flatMap(({ locale, count }) => [
          <dt key={`${locale}-name`}>{named([locale])}</dt>,
          <dd key={locale}>{numberWords(words, count)}</dd>,
        ])}
      </dl>
    </>
  );
}
