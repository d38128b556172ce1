// Ctrl K: finds any record and does anything that the screen can do.
import { useEffect, useRef, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { Text } from "react-aria-components/Text";
import { isMeant } from "@tocsin/language";
import type { FoundRecord, HomePage } from "@tocsin/workspace";
import { useDesk, type Desk } from "../desk.tsx";
import { navigate, useRoute } from "../router.ts";
import { deedGroups, deedsOf, type Deed } from "./deeds.ts";
import { ownDeeds } from "./own-deeds.ts";
import { useNarrowed } from "./use-narrowed.ts";
import { WhyFound } from "./why-found.tsx";
import { labelOfRecord } from "../words/label-of-record.ts";

interface PaletteProps {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

export function Palette({ isOpen, setOpen }: PaletteProps) {
  const { words } = useDesk();
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
      <Modal className="palette">
        <Dialog aria-label={words.t("desk.search.label")}>
          <Finder close={() => setOpen(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ close }: { readonly close: () => void }) {
  const desk = useDesk();
  const { words } = desk;
  const [typed, setTyped] = useState("");
  const [why, setWhy] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const deeds = useDeeds(desk, typed);
  const doIt = (id: string): void => {
    const deed = deeds.find((each) => each.id === id);
    if (deed?.why !== undefined) return setWhy(deed.why);
    close();
    return deed?.act();
  };
  const type = (text: string): void => {
    setTyped(text);
    setWhy("");
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={type}>
      <SearchField aria-label={words.t("desk.search.label")}>
        <Input
          ref={input}
          placeholder={words.t("desk.search.label")}
          spellCheck="false"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
        />
      </SearchField>
      <output className="note">
        {why === "" ? words.t("desk.search.count", { count: deeds.length }) : why}
      </output>
      <Found deeds={deeds} typed={typed} doIt={doIt} />
      {deeds.filter(({ group }) => group === "records").length === shownHits && (
        <p className="note">
          <output>{words.t("search.newest", { count: shownHits })}</output>
        </p>
      )}
    </Autocomplete>
  );
}

interface FoundProps {
  readonly deeds: readonly Deed[];
  readonly typed: string;
  readonly doIt: (id: string) => void;
}

function Found({ deeds, typed, doIt }: FoundProps) {
  const { words } = useDesk();
  const groups = deedGroups
    .map((group) => ({ group, deeds: deeds.filter((deed) => deed.group === group) }))
    .filter((each) => each.deeds.length > 0);
  return (
    <ListBox
      className="deeds"
      aria-label={words.t("desk.search.results")}
      selectionMode="none"
      onAction={(key) => doIt(String(key))}
      renderEmptyState={() => <p className="note">{words.t("desk.search.none", { words: typed })}</p>}
    >
      {groups.map((each) => (
        <ListBoxSection key={each.group} id={each.group}>
          <Header>{words.t(`desk.deed.group.${each.group}`)}</Header>
          {each.deeds.map(({ id, label, what, why, hit }) => (
            <ListBoxItem key={id} id={id} textValue={label}>
              <Text slot="label">
                <bdi>{label}</bdi>
              </Text>
              <Text slot="description">{why ?? what}</Text>
              {hit !== undefined && <WhyFound hit={hit} />}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

/** Of the record on the screen first; with nothing typed what was written last; then records and lists that are found, then the rest. */
function useDeeds(desk: Desk, typed: string): readonly Deed[] {
  const route = useRoute();
  const found = useFound(desk, typed);
  const narrowed = useNarrowed(desk, typed);
  const recent = useRecent(desk);
  const isTyped = typed.trim() !== "";
  return [
    ...matching(ownDeeds(desk, route), typed),
    ...(isTyped ? [...found, ...narrowed] : recent),
    ...matching(deedsOf(desk), typed),
  ];
}

const shownRecent = 5;

function useRecent(desk: Desk): readonly Deed[] {
  const { api, words, session, fail } = desk;
  const [recent, setRecent] = useState<HomePage["recent"]>([]);
  const isOpen = session.vault?.state === "open";
  useEffect(() => {
    let isCurrent = true;
    const asked = isOpen ? api.ask<HomePage>("home", {}) : null;
    asked?.then((page) => isCurrent && setRecent(page.recent), fail);
    return () => {
      isCurrent = false;
    };
  }, [api, isOpen, fail]);
  return recent.slice(0, shownRecent).map(({ id, kind, label }) => ({
    id: `recent:${id}`,
    label: labelOfRecord(desk, { kind, label }),
    what: words.t(`kind.${kind}.one`),
    group: "recent",
    act: () => navigate(kind, id),
  }));
}

const shownHits = 12;

/** Records first: people look for somebody's file more often than for a command. */
function useFound(desk: Desk, typed: string): readonly Deed[] {
  const { api, words, session, fail } = desk;
  const [hits, setHits] = useState<readonly FoundRecord[]>([]);
  const isOpen = session.vault?.state === "open";
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      const asked =
        isOpen && typed.trim() !== "" ? api.search({ words: typed, limit: shownHits }) : Promise.resolve([]);
      asked.then(
        (found) => isCurrent && setHits(found),
        (error: unknown) => isCurrent && fail(error),
      );
    }, 120);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, typed, isOpen, fail]);
  return hits.map((hit) => ({
    id: `record:${hit.id}`,
    label: labelOfRecord(desk, hit),
    what: words.t(`kind.${hit.kind}.one`),
    group: "records",
    act: () => navigate(hit.kind, hit.id),
    hit,
  }));
}

function matching(deeds: readonly Deed[], typed: string): readonly Deed[] {
  return deeds.filter(({ label, what }) => isMeant(`${label} ${what}`, typed));
}
