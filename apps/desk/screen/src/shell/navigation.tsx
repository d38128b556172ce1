// The road is the navigation: its stretches in order, then the record, then the tools. Lists come from the definitions.
import { useId } from "react";
import type { HomePage } from "@tocsin/workspace";
import type { KnownKind } from "../api/contract/definitions.ts";
import { useQuery } from "../asking.ts";
import { kindNamed, useDesk, useWords } from "../desk.tsx";
import { addressOf, type Route } from "../router.ts";
import { numberWords } from "../words/amounts.ts";

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

type Tool = readonly [screen: string, label: string];

const toolsAlways: readonly Tool[] = [
  ["phone", "desk.nav.examine"],
  ["site", "desk.nav.network"],
  ["resolution", "desk.nav.resolution"],
  ["words", "desk.words.title"],
  ["manual", "manual.title"],
];
/** Of an open vault. */
const toolsOfVault: readonly Tool[] = [
  ["counts", "desk.counts.title"],
  ["matrix", "desk.matrix.title"],
  ["timeline", "pictures.timeline"],
  ["registers", "registers.title"],
  ["map", "pictures.map"],
  ["import", "desk.table.title"],
  ["duplicates", "desk.duplicates.title"],
  ["activity", "desk.activity.title"],
  ["vault", "desk.vault.title"],
  ["settings", "desk.settings.title"],
];

interface NavigationProps {
  readonly route: Route;
  /** Told when a link of it is followed, to the screen that is shown too. */
  readonly chosen?: () => void;
}

export function Navigation({ route, chosen }: NavigationProps) {
  const { words, session } = useDesk();
  const isOpen = session.vault?.state === "open";
  return (
    // A click comes up from a link that was followed, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <nav className="road-nav" aria-label={words.t("desk.nav.label")} onClick={chosen}>
      <a className="brand" href={addressOf()}>
        <span className="bell" aria-hidden="true" />
        {words.t("desk.title")}
      </a>
      <ul>
        <NavLink to={[]} route={route} label={words.t("desk.nav.home")} />
      </ul>
      {isOpen && <Lists route={route} />}
      <Group label={words.t("desk.nav.tools")}>
        {[...toolsAlways, ...(isOpen ? toolsOfVault : [])].map(([screen, label]) => (
          <NavLink key={screen} to={[screen]} route={route} label={words.t(label)} />
        ))}
      </Group>
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
  const linkOf = ({ view }: KnownKind) => (
    <NavLink
      key={view.kind}
      to={ownLists[view.kind] ?? ["list", view.kind]}
      also={[[view.kind], ["list", view.kind]]}
      route={route}
      label={words.t(view.label)}
      count={uncounted.includes(view.kind) ? null : (home?.counts[view.kind] ?? null)}
    />
  );
  return (
    <>
      <Group label={words.t("desk.nav.road")}>{roadStretches.flatMap(on).map(linkOf)}</Group>
      <Group label={words.t("desk.nav.record")}>{on("record").map(linkOf)}</Group>
    </>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  const id = useId();
  return (
    <>
      <h2 id={id}>{label}</h2>
      <ul aria-labelledby={id}>{children}</ul>
    </>
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

function NavLink({ to, also = [], route, label, count = null }: NavLinkProps) {
  const words = useWords();
  const isUnder = (begun: Route): boolean => begun.every((part, index) => route[index] === part);
  const isHere = to.length === 0 ? route.length === 0 : isUnder(to);
  const isCurrent = isHere || also.some(isUnder);
  return (
    <li>
      <a href={addressOf(...to)} {...(isCurrent ? { "aria-current": "page" as const } : {})}>
        {label}
        {count !== null && <span className="count">{numberWords(words, count)}</span>}
      </a>
    </li>
  );
}
