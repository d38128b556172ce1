// Everything that can be done from anywhere: places to go, records to begin, commands that need no input.
import type { Translator } from "@tocsin/language";
import type { SearchHit } from "@tocsin/records";
import type { Desk } from "../desk.tsx";
import { isMadeByHand } from "../records/made-by-hand.ts";
import { navigate } from "../router.ts";

/** In this order. */
export const deedGroups = ["own", "recent", "records", "lists", "begin", "go", "do"] as const;

export interface Deed {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is. */
  readonly what: string;
  readonly group: (typeof deedGroups)[number];
  /** Why it cannot be done now. */
  readonly why?: string;
  readonly act: () => void;
  /** Of what was found: why. */
  readonly hit?: SearchHit;
}

export function deedsOf(desk: Desk): readonly Deed[] {
  const { session, words } = desk;
  const inVault = [...begin(desk), ...places(desk), ...commands(desk)];
  if (session.vault?.state === "open") return [...inVault, ...placesWithoutVault(desk), lock(desk)];
  const why = words.t(session.vault === null ? "desk.deed.why.no-vault" : "desk.deed.why.locked");
  return [...placesWithoutVault(desk), ...inVault.map((deed) => ({ ...deed, why }))];
}

function begin({ words, definitions }: Desk): readonly Deed[] {
  const deed = (id: string, label: string, ...to: readonly string[]): Deed => ({
    id,
    label,
    what: words.t("desk.deed.begin"),
    group: "begin",
    act: () => navigate(...to),
  });
  return [
    deed("happened", words.t("desk.door.happened"), "happened"),
    deed("add", words.t("desk.evidence.add"), "add"),
    deed("write", words.t("writing.begin"), "write"),
    deed("import", words.t("desk.table.title"), "import"),
    deed("copy", words.t("desk.copies.make"), "vault"),
    ...definitions.kinds
      .filter(({ form, view }) => view.stretch !== "hidden" && isMadeByHand(form))
      .map(({ form }) =>
        deed(
          `new:${form.kind}`,
          words.t("desk.record.new", { kind: words.t(`${form.label}.one`) }),
          "new",
          form.kind,
        ),
      ),
  ];
}

function places({ words, definitions }: Desk): readonly Deed[] {
  const place = placeIn(words);
  return [
    ...definitions.kinds
      .filter(({ view }) => view.stretch !== "hidden")
      .map(({ view }) => place(`list:${view.kind}`, view.label, "list", view.kind)),
    place("commitments", "desk.held.title", "commitments"),
    place("outputs", "desk.outputs.title", "outputs"),
    place("library", "desk.library.title", "library"),
    place("counts", "desk.counts.title", "counts"),
    place("timeline", "pictures.months.title", "timeline"),
    place("map", "pictures.map.title", "map"),
    place("registers", "registers.title", "registers"),
    place("duplicates", "desk.duplicates.title", "duplicates"),
    place("activity", "desk.activity.title", "activity"),
    place("vault", "desk.vault.title", "vault"),
    place("settings", "desk.settings.title", "settings"),
  ];
}

function placesWithoutVault({ words }: Desk): readonly Deed[] {
  const place = placeIn(words);
  return [
    place("home", "desk.nav.home"),
    place("phone", "desk.door.phone", "phone"),
    place("site", "desk.door.site", "site"),
    place("resolution", "desk.door.resolution", "resolution"),
    place("words", "desk.words.title", "words"),
    place("manual", "manual.title", "manual"),
  ];
}

function placeIn({ t }: Translator): (id: string, label: string, ...to: readonly string[]) => Deed {
  return (id, label, ...to) => ({
    id,
    label: t(label),
    what: t("desk.deed.go"),
    group: "go",
    act: () => navigate(...to),
  });
}

function commands({ words, definitions, api, announce, changed, fail }: Desk): readonly Deed[] {
  return definitions.commands
    .filter(({ input }) => Object.keys(input).length === 0)
    .map(({ name }) => ({
      id: `command:${name}`,
      label: words.t(`command.${name}`),
      what: words.t("desk.deed.do"),
      group: "do",
      act: () => {
        api.run(name, {}).then(() => {
          announce(words.t("state.done"));
          changed();
        }, fail);
      },
    }));
}

function lock({ words, locking }: Desk): Deed {
  return {
    id: "lock",
    label: words.t("action.lock"),
    what: words.t("desk.deed.do"),
    group: "do",
    act: locking.lock,
  };
}
