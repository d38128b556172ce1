// An empty list teaches: what belongs there, how it gets there, and one button.
import type { ReactNode } from "react";
import type { KnownKind } from "../api/contract/definitions.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { isBegunByHand } from "./made-by-hand.ts";
import { CommandAction } from "./record-page.tsx";

/** Where records come from that no empty form makes: the stretch of the road before. */
const comesFrom: Readonly<Record<string, readonly string[]>> = {
  evidence: ["add"],
  findings: ["list", "evidence"],
  outputs: ["list", "case"],
};

interface Place {
  readonly to: readonly string[];
  readonly label: string;
}

const vault: Place = { to: ["vault"], label: "desk.vault.title" };
const negotiations: Place = { to: ["list", "negotiation"], label: "kind.negotiation" };
const letters: Place = { to: ["list", "letter"], label: "kind.letter" };
const tables: Place = { to: ["import"], label: "desk.table.title" };

/** Where what no form makes is made. */
const madeAt: Readonly<Record<string, Place>> = {
  copy: vault,
  anchor: vault,
  clearCopy: { to: ["outputs"], label: "desk.outputs.title" },
  instrument: { to: ["instruments"], label: "kind.instrument" },
  engagement: { to: ["commitments"], label: "desk.held.title" },
  table: tables,
  tableRow: tables,
  draft: negotiations,
  draftParagraph: negotiations,
  alignment: negotiations,
  handOver: negotiations,
  sponsorList: negotiations,
  letterVersion: letters,
  signature: letters,
  signatureCheck: letters,
  signerDecision: letters,
};

export function EmptyList({ known: { form, view } }: { readonly known: KnownKind }) {
  const { words } = useDesk();
  return (
    <div className="empty">
      <p>{words.t(`${view.label}.empty`)}</p>
      <FirstStep kind={form.kind} stretch={view.stretch} />
    </div>
  );
}

function FirstStep({ kind, stretch }: { readonly kind: string; readonly stretch: string }): ReactNode {
  const { words, definitions } = useDesk();
  const known = kindNamed(definitions, kind);
  const from = comesFrom[stretch];
  const load = definitions.commands.find(({ name }) => name === `${kind}.load`);
  if (kind === "document")
    return (
      <Go primary to={["write"]}>
        {words.t("writing.begin")}
      </Go>
    );
  if (kind === "letter")
    return (
      <Go primary to={["new", "letter"]}>
        {words.t("command.letter.open")}
      </Go>
    );
  const place = madeAt[kind];
  if (place !== undefined)
    return (
      <Go primary to={place.to}>
        {words.t(place.label)}
      </Go>
    );
  if (load) return <CommandAction name={load.name} input={{}} />;
  if (from?.[0] === "add")
    return (
      <Go primary to={from}>
        {words.t("desk.evidence.add")}
      </Go>
    );
  if (from !== undefined)
    return (
      <Go primary to={from}>
        {words.t(`kind.${from[1] ?? ""}`)}
      </Go>
    );
  return known !== undefined && isBegunByHand(known) ? (
    <Go primary to={["new", kind]}>
      {words.t("desk.record.new", { kind: words.t(`kind.${kind}.one`) })}
    </Go>
  ) : null;
}
