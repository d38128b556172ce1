// The road is the navigation: its stretches in order, then the record, then the tools. Lists come from the definitions.
import { useId, useState } from "react";
import type { HomePage } from "@tocsin/workspace";
import type { KnownKind } from "../api/contract/definitions.ts";
import { useQuery } from "../asking.ts";
import { kindNamed, useDesk, useWords } from "../desk.tsx";
import { addressOf, type Route } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { isFolded, toolsAlways, toolsOfVault } from "./folded.ts";

const roadStretches = ["evidence", "findings", "cases", "commitments", "outputs"];
/** Kinds that have a screen of their own in the place of their list, which leads to the list. */
const ownLists: Readonly<Record<string, Route>> = {
  commitment: ["commitments"],
  instrument: ["instruments"],
  assessment: ["assess"],
  release: ["outputs"],
};

/** Kinds of which the program has its own, which are in no vault: the count of those in it would say less than there are. */
const uncounted: readonly string[] = ["instrument"];

interface NavigationProps {
  readonly route: Route;
  /** Told when a link of it is followed, to the screen that is shown too. */
  readonly chosen?: () => void;
}

export function Navigation({ route, chosen }: NavigationProps) {
  const { words, session } = useDesk();
  const isOpen = session.vault?.state === "open";
  return (
    // A click comes up from a link that was followed, by keyboard too; one that unfolds something leads nowhere.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <nav
      className="road-nav"
      aria-label={words.t("desk.nav.label")}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest("a") !== null) chosen?.();
      }}
    >
      <a className="brand" href={addressOf()}>
        <span className="bell" aria-hidden="true" />
        {words.t("desk.title")}
      </a>
      <ul>
        <NavLink to={[]} route={route} label={words.t("desk.nav.home")} />
      </ul>
      {isOpen && <Lists route={route} />}
      <Group
        label={words.t("desk.nav.tools")}
        route={route}
        entries={[...toolsAlways, ...(isOpen ? toolsOfVault : [])].map(([screen, key]) => ({
          to: [screen],
          key,
        }))}
      />
    </nav>
  );
}

/** What is gone to most, where the whole road is folded away. */
const quickKinds = ["evidence", "case", "incident"];

export function QuickNavigation({ route }: { readonly route: Route }) {
  const { words, definitions } = useDesk();
  const kinds = quickKinds.flatMap((name) => kindNamed(definitions, name) ?? []);
  return (
    <nav className="quick-nav" aria-label={words.t("desk.nav.quick")}>
      <ul>
        <NavLink to={[]} route={route} label={words.t("desk.nav.home")} />
        {kinds.map(({ view }) => (
          <NavLink
            key={view.kind}
            to={["list", view.kind]}
            also={[[view.kind]]}
            route={route}
            label={words.t(view.label)}
          />
        ))}
      </ul>
    </nav>
  );
}

function Lists({ route }: { readonly route: Route }) {
  const { words, definitions } = useDesk();
  const { value: home } = useQuery<HomePage>("home", {});
  const on = (stretch: string): readonly KnownKind[] =>
    definitions.kinds.filter(({ view }) => view.stretch === stretch);
  const entryOf = ({ view }: KnownKind): Entry => ({
    to: ownLists[view.kind] ?? ["list", view.kind],
    also: [[view.kind], ["list", view.kind]],
    key: view.label,
    count: uncounted.includes(view.kind) ? null : (home?.counts[view.kind] ?? null),
  });
  const library: Entry = { to: ["library"], key: "desk.library.title" };
  const road = [...roadStretches.flatMap(on).map(entryOf), library];
  return (
    <>
      <Group label={words.t("desk.nav.road")} route={route} entries={road} />
      <Group label={words.t("desk.nav.record")} route={route} entries={on("record").map(entryOf)} />
      <Group label={words.t("desk.nav.voices")} route={route} entries={on("voices").map(entryOf)} />
    </>
  );
}

interface Entry extends Pick<NavLinkProps, "to" | "also" | "count"> {
  /** Of its label. */
  readonly key: string;
}

interface GroupProps {
  readonly label: string;
  readonly route: Route;
  readonly entries: readonly Entry[];
}

/** What is gone to every day, and the rest folded away behind it. */
function Group({ label, route, entries }: GroupProps) {
  const id = useId();
  const words = useWords();
  const linkOf = ({ key, ...entry }: Entry) => (
    <NavLink key={key} {...entry} route={route} label={words.t(key)} />
  );
  const folded = entries.filter(({ key }) => isFolded(key));
  if (entries.length === 0) return null;
  return (
    <>
      <h2 id={id}>{label}</h2>
      <ul aria-labelledby={id}>{entries.filter(({ key }) => !isFolded(key)).map(linkOf)}</ul>
      {folded.length > 0 && (
        <Fold label={label} holdsCurrent={folded.some((entry) => isCurrent(entry, route))}>
          {folded.map(linkOf)}
        </Fold>
      )}
    </>
  );
}

interface FoldProps {
  readonly label: string;
  /** Whether the screen that is shown is one of them: then it opens by itself. */
  readonly holdsCurrent: boolean;
  readonly children: React.ReactNode;
}

function Fold({ label, holdsCurrent, children }: FoldProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(holdsCurrent);
  const [held, setHeld] = useState(holdsCurrent);
  if (held !== holdsCurrent) {
    setHeld(holdsCurrent);
    if (holdsCurrent) setOpen(true);
  }
  const more = words.t("desk.nav.more");
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={`${more} · ${label}`}>{more}</summary>
      <ul aria-label={`${more} · ${label}`}>{children}</ul>
    </details>
  );
}

interface NavLinkProps {
  readonly to: Route;
  /** Beginnings of routes that belong to this link too. */
  readonly also?: readonly Route[];
  readonly route: Route;
  readonly label: string;
  readonly count?: number | null;
}

/** Whether the screen that is shown belongs to an entry. */
function isCurrent({ to, also = [] }: Pick<NavLinkProps, "to" | "also">, route: Route): boolean {
  const isUnder = (begun: Route): boolean => begun.every((part, index) => route[index] === part);
  return (to.length === 0 ? route.length === 0 : isUnder(to)) || also.some(isUnder);
}

function NavLink({ to, also = [], route, label, count = null }: NavLinkProps) {
  const words = useWords();
  return (
    <li>
      <a
        href={addressOf(...to)}
        {...(isCurrent({ to, also }, route) ? { "aria-current": "page" as const } : {})}
      >
        {label}
        {count !== null && <span className="count">{numberWords(words, count)}</span>}
      </a>
    </li>
  );
}
