// What changes since the last release: item by item, with the parts of each that are others.
import type { LibraryChanges as Changes } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { momentWords } from "../words/date-words.ts";
import { ChangeReason, type ToldReasons } from "./change-reason.tsx";
import { LongList } from "./long-list.tsx";

interface LibraryChangesProps {
  readonly changes: Changes;
  /** Shows the page of an item. */
  readonly show: (slug: string) => void;
  readonly told: ToldReasons;
}

type Item = Changes["items"][number];

/** What goes, and what comes again, is looked at first. */
const kindsOfChange = ["removed", "again", "changed", "added"] as const;

export function LibraryChanges({ changes, show, told }: LibraryChangesProps) {
  const { words } = useDesk();
  const { since, isWhole, items, unchanged } = changes;
  const groups = kindsOfChange.map((change) => ({
    change,
    items: commitmentsLast(items.filter((item) => item.change === change)),
  }));
  return (
    <section className="card" aria-labelledby="changes-title">
      <h2 id="changes-title">{words.t("desk.library.changes")}</h2>
      {since === null ? (
        <p>{words.t("desk.library.changes.first")}</p>
      ) : (
        <p>
          <a href={addressOf("release", since.release)}>
            {words.t("desk.library.changes.since", { when: momentWords(words, since.approved) })}
          </a>
          {since.isWithdrawn && ` · ${words.t("mark.withdrawn")}`}
        </p>
      )}
      {!isWhole && <p className="waits">{words.t("desk.library.changes.not-whole")}</p>}
      <About changes={changes} />
      {groups.map((group) => (
        <Group key={group.change} {...group} show={show} told={told} />
      ))}
      {since !== null && isWhole && (
        <p>{words.t("desk.library.unchanged", { count: numberWords(words, unchanged) })}</p>
      )}
    </section>
  );
}

/** There are many of them, and the program brought most of them along. */
function commitmentsLast(items: readonly Item[]): readonly Item[] {
  const isLast = ({ kind }: Item): boolean => kind === "commitment";
  return [...items.filter((item) => !isLast(item)), ...items.filter(isLast)];
}

interface GroupProps {
  readonly change: Item["change"];
  readonly items: readonly Item[];
  readonly show: (slug: string) => void;
  readonly told: ToldReasons;
}

function Group({ change, items, show, told }: GroupProps) {
  const { words } = useDesk();
  if (items.length === 0) return null;
  const title = `${words.t(`library.change.${change}`)}: ${numberWords(words, items.length)}`;
  return (
    <details open={change !== "added"}>
      <summary>{title}</summary>
      <LongList
        rows={items}
        draw={(item) => (
          <li key={item.slug}>
            <span>
              <ItemLink item={item} /> <Parts item={item} />
              {change !== "added" && <ChangeReason item={item} told={told} />}
            </span>
            <PageButton item={item} show={show} />
          </li>
        )}
      />
    </details>
  );
}

/** The record inside; what was erased has none. */
export function ItemLink({
  item: { record, kind, title },
}: {
  readonly item: Pick<Item, "record" | "kind" | "title">;
}) {
  const { words } = useDesk();
  const one = words.t(`kind.${kind}.one`);
  if (title === "") return <>{one}</>;
  return (
    <>
      <a href={addressOf(kind, record)}>
        <bdi>{title}</bdi>
      </a>{" "}
      <small>{one}</small>
    </>
  );
}

interface PageButtonProps {
  readonly item: Pick<Item, "slug" | "title">;
  readonly show: (slug: string) => void;
}

export function PageButton({ item: { slug, title }, show }: PageButtonProps) {
  const { words } = useDesk();
  return (
    <Action
      quiet
      label={words.t("desk.library.page.of", { what: title === "" ? slug : title })}
      onPress={() => show(slug)}
    >
      {words.t("desk.library.page")}
    </Action>
  );
}

function Parts({ item: { parts } }: { readonly item: Item }) {
  const { words } = useDesk();
  if (parts.length === 0) return null;
  const names = parts.map((part) => words.t(`library.part-of.${part}`));
  return <small>· {new Intl.ListFormat(words.locale, { type: "unit" }).format(names)}</small>;
}

/** What the organisation says otherwise, and tables of numbers. */
function About({ changes: { about, tables } }: { readonly changes: Changes }) {
  const { words } = useDesk();
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  return (
    <>
      {about.length > 0 && (
        <p>
          {words.t("desk.library.changes.about", {
            list: list.format(about.map((part) => words.t(`library.about.${part}`))),
          })}
        </p>
      )}
      {tables.length > 0 && (
        <ul>
          {tables.map(({ slug, title, change }) => (
            <li key={slug}>
              {words.t(`library.change.${change}`)}: <bdi>{title}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
