// Words looked for on the pages of a PDF, and names that a public release withholds: where they stand is proposed, and covered
// when a person says so.
import { useState } from "react";
import type { FoundPlaces, Region } from "../api/contract/redact.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";

interface FindWordsProps {
  readonly evidence: string;
  readonly cover: (regions: readonly Region[]) => void;
}

export function FindWords({ evidence, cover }: FindWordsProps) {
  const { words, api } = useDesk();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<FoundPlaces | null>(null);
  const { run, isBusy } = useAction();
  const phrases = typed
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const look = (names: boolean): void =>
    run(async () => setFound(await api.findPlaces(evidence, { phrases: names ? [] : phrases, names })));
  const submit = (event: Submitted): void => {
    event.preventDefault();
    if (phrases.length > 0) look(false);
  };
  return (
    <form className="card fields no-print" onSubmit={submit} autoComplete="off" aria-labelledby="words-title">
      <h2 id="words-title">{words.t("desk.redact.words.title")}</h2>
      <FormField
        label={words.t("desk.redact.words.field")}
        help={words.t("desk.redact.words.help")}
        value={typed}
        change={setTyped}
      />
      <div className="actions">
        <Action isSubmit isDisabled={isBusy || phrases.length === 0}>
          {words.t("desk.redact.words.find")}
        </Action>
        <Action isDisabled={isBusy} onPress={() => look(true)}>
          {words.t("desk.redact.words.names")}
        </Action>
      </div>
      <output>{isBusy && words.t("desk.redact.words.busy")}</output>
      {found !== null && !isBusy && <Places found={found} cover={cover} />}
    </form>
  );
}

interface PlacesProps {
  readonly found: FoundPlaces;
  readonly cover: FindWordsProps["cover"];
}

function Places({ found, cover }: PlacesProps) {
  const { words } = useDesk();
  const { phrases, counts, boxes, unread, pages, isCut } = found;
  const places = phrases.map((phrase, at) => ({
    phrase,
    count: counts[at] ?? 0,
    boxes: boxes.filter((box) => box.phrase === at),
  }));
  const standing = places.filter(({ count }) => count > 0);
  return (
    <div aria-live="polite">
      {standing.length === 0 && <p>{words.t("desk.redact.words.none")}</p>}
      <ul className="plain redact-parts">
        {standing.map((place) => (
          <li key={place.phrase}>
            <span>
              {words.t("desk.redact.words.found", {
                words: place.phrase,
                count: place.count,
                pages: [...new Set(place.boxes.map(({ page }) => page))].join(", "),
              })}
            </span>{" "}
            <Action quiet onPress={() => cover(place.boxes.map(({ region }) => region))}>
              {words.t("desk.redact.words.cover", { words: place.phrase })}
            </Action>
          </li>
        ))}
      </ul>
      {unread > 0 && <p className="waits">{words.t("desk.redact.words.unread", { unread, pages })}</p>}
      {isCut && <p className="waits">{words.t("desk.redact.words.cut")}</p>}
    </div>
  );
}
