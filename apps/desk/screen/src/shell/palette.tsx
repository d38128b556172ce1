// Ctrl K: finds any record and does anything that the screen can do.
import { useEffect, useRef, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { Text } from "react-aria-components/Text";
import { isMeant } from "@tocsin/language";
import type { SearchHit } from "@tocsin/records";
import { useDesk, type Desk } from "../desk.tsx";
import { navigate } from "../router.ts";
import { deedsOf, type Deed } from "./deeds.ts";
import { WhyFound } from "./why-found.tsx";

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
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const found = useFound(desk, typed);
  const deeds = [...found, ...matching(deedsOf(desk), typed)];
  const doIt = (id: string): void => {
    const deed = deeds.find((each) => each.id === id);
    close();
    deed?.act();
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
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
      <ListBox
        className="deeds"
        aria-label={words.t("desk.search.results")}
        items={deeds}
        selectionMode="none"
        onAction={(key) => doIt(String(key))}
        renderEmptyState={() => (
          <p className="note">
            {typed === "" ? words.t("desk.search.empty") : words.t("desk.search.none", { words: typed })}
          </p>
        )}
      >
        {(deed) => (
          <ListBoxItem id={deed.id} textValue={deed.label}>
            <Text slot="label">{deed.label}</Text>
            <Text slot="description">{deed.what}</Text>
            {deed.hit !== undefined && <WhyFound hit={deed.hit} />}
          </ListBoxItem>
        )}
      </ListBox>
      {found.length === shownHits && (
        <p className="note">
          <output>{words.t("search.newest", { count: shownHits })}</output>
        </p>
      )}
    </Autocomplete>
  );
}

const shownHits = 12;

/** Records first: people look for somebody's file more often than for a command. */
function useFound({ api, words, session, fail }: Desk, typed: string): readonly Deed[] {
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
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
    label: hit.label,
    what: words.t(`kind.${hit.kind}.one`),
    act: () => navigate(hit.kind, hit.id),
    hit,
  }));
}

function matching(deeds: readonly Deed[], typed: string): readonly Deed[] {
  return deeds.filter(({ label, what }) => isMeant(`${label} ${what}`, typed));
}
