// What can be done with the record that is on the screen: these come first.
import { kindNamed, type Desk } from "../desk.tsx";
import { navigate, type Route } from "../router.ts";
import type { Deed } from "./deeds.ts";

/** Kinds whose timeline and graph can be drawn. */
const withPictures: Readonly<Record<string, readonly string[]>> = {
  case: ["timeline", "graph"],
  person: ["timeline", "graph"],
  organisation: ["timeline", "graph"],
  incident: ["graph"],
};

export function ownDeeds(desk: Desk, [kind = "", id]: Route): readonly Deed[] {
  const { words, definitions, session, pullThread } = desk;
  if (session.vault?.state !== "open" || id === undefined || kindNamed(definitions, kind) === undefined)
    return [];
  const go = (label: string, ...to: readonly string[]): Deed => ({
    id: `own:${to.join("/")}`,
    label,
    what: words.t(`kind.${kind}.one`),
    group: "own",
    act: () => navigate(...to),
  });
  const pictures = (withPictures[kind] ?? []).map((each) => go(words.t(`pictures.${each}`), each, kind, id));
  const thread: Deed = {
    ...go(words.t("desk.thread"), kind, id),
    id: "own:thread",
    act: () => pullThread(id),
  };
  return [...special(desk, { kind, id, go }), thread, ...pictures];
}

interface OnScreen {
  readonly kind: string;
  readonly id: string;
  go(label: string, ...to: readonly string[]): Deed;
}

function special({ words }: Desk, { kind, id, go }: OnScreen): readonly Deed[] {
  const bundle = (): Deed => go(words.t("desk.bundle.title"), "bundle", kind, id);
  switch (kind) {
    case "case":
      return [
        go(words.t("desk.incident.new"), "new", "incident", "case", id),
        go(words.t("desk.evidence.add"), "add", id),
        go(words.t("desk.case.report"), kind, id, "report"),
        go(words.t("writing.begin"), "write", "for", "case", id),
        bundle(),
        go(words.t("desk.case.edit"), kind, id, "edit"),
      ];
    case "document":
      return [
        go(words.t("writing.preview"), kind, id, "preview"),
        go(words.t("writing.versions"), kind, id, "versions"),
        go(words.t("writing.about-draft"), kind, id, "edit"),
      ];
    case "evidence":
      return [
        go(words.t("desk.custody.title"), kind, id, "custody"),
        bundle(),
        go(words.t("desk.erase.of.record"), "erase", "record", id),
      ];
    default:
      return [];
  }
}
