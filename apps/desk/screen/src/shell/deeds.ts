// Everything that can be done from anywhere: places to go, records to begin, commands that need no input.
import type { SearchHit } from "@tocsin/records";
import type { Desk } from "../desk.tsx";
import { isMadeByHand } from "../records/made-by-hand.ts";
import { navigate } from "../router.ts";

export interface Deed {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is. */
  readonly what: string;
  readonly act: () => void;
  /** Of what was found: why. */
  readonly hit?: SearchHit;
}

export function deedsOf(desk: Desk): readonly Deed[] {
  return desk.session.vault?.state === "open"
    ? [...begin(desk), ...places(desk), ...commands(desk), lock(desk)]
    : placesWithoutVault(desk);
}

function begin({ words, definitions }: Desk): readonly Deed[] {
  const what = words.t("desk.deed.begin");
  const evidence = { id: "add", label: words.t("desk.evidence.add"), what, act: () => navigate("add") };
  const records = definitions.kinds
    .filter(({ form, view }) => view.stretch !== "hidden" && isMadeByHand(form))
    .map(({ form }) => ({
      id: `new:${form.kind}`,
      label: words.t("desk.record.new", { kind: words.t(`${form.label}.one`) }),
      what,
      act: () => navigate("new", form.kind),
    }));
  const table = { id: "import", label: words.t("desk.table.title"), what, act: () => navigate("import") };
  return [evidence, table, ...records];
}

function places(desk: Desk): readonly Deed[] {
  const { words, definitions } = desk;
  const what = words.t("desk.deed.go");
  const lists = definitions.kinds
    .filter(({ view }) => view.stretch !== "hidden")
    .map(({ view }) => ({
      id: `list:${view.kind}`,
      label: words.t(view.label),
      what,
      act: () => navigate("list", view.kind),
    }));
  const activity = {
    id: "activity",
    label: words.t("desk.activity.title"),
    what,
    act: () => navigate("activity"),
  };
  const happened = {
    id: "happened",
    label: words.t("desk.door.happened"),
    what,
    act: () => navigate("happened"),
  };
  const counts = { id: "counts", label: words.t("desk.counts.title"), what, act: () => navigate("counts") };
  const vault = { id: "vault", label: words.t("desk.vault.title"), what, act: () => navigate("vault") };
  const timeline = {
    id: "timeline",
    label: words.t("pictures.months.title"),
    what,
    act: () => navigate("timeline"),
  };
  const map = { id: "map", label: words.t("pictures.map.title"), what, act: () => navigate("map") };
  return [happened, ...placesWithoutVault(desk), ...lists, counts, timeline, map, activity, vault];
}

function placesWithoutVault({ words }: Desk): readonly Deed[] {
  const what = words.t("desk.deed.go");
  return [
    { id: "home", label: words.t("desk.nav.home"), what, act: () => navigate() },
    { id: "phone", label: words.t("desk.door.phone"), what, act: () => navigate("phone") },
    { id: "site", label: words.t("desk.door.site"), what, act: () => navigate("site") },
    { id: "resolution", label: words.t("desk.door.resolution"), what, act: () => navigate("resolution") },
    { id: "words", label: words.t("desk.words.title"), what, act: () => navigate("words") },
    { id: "manual", label: words.t("manual.title"), what, act: () => navigate("manual") },
  ];
}

function commands({ words, definitions, api, announce, changed, fail }: Desk): readonly Deed[] {
  return definitions.commands
    .filter(({ input }) => Object.keys(input).length === 0)
    .map(({ name }) => ({
      id: `command:${name}`,
      label: words.t(`command.${name}`),
      what: words.t("desk.deed.do"),
      act: () => {
        api.run(name, {}).then(() => {
          announce(words.t("state.done"));
          changed();
        }, fail);
      },
    }));
}

function lock({ words, locking }: Desk): Deed {
  return { id: "lock", label: words.t("action.lock"), what: words.t("desk.deed.do"), act: locking.lock };
}
