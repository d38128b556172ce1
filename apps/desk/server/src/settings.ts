// How this device is set: kept in the vault, applied when it opens, and in memory until the program ends, so that what
// is shown while it is locked is as people set it.
import type { Json, RecordId } from "@tocsin/core";
import { shippedLocales } from "@tocsin/language";
import { valuesOf, type Change } from "@tocsin/records";
import type { Workspace } from "@tocsin/workspace";
import type { Body } from "./body.ts";
import type { DeskVault } from "./desk-vault.ts";
import { DeskError } from "./errors.ts";
import { isLockMinutes, type LockWatch } from "./lock-watch.ts";

const grounds = ["system", "light", "dark"] as const;
const asides = ["calculator", "notes", "none"] as const;

export interface DeskSettings {
  readonly ground: (typeof grounds)[number];
  /** The page after Escape three times. */
  readonly aside: (typeof asides)[number];
  /** Who works here, as they sign what leaves. */
  readonly me: string;
  /** Folder in which copies of the vault are made. */
  readonly copyTo: string;
  /** Until when what was written is not new to whoever works here; ISO 8601 in UTC. */
  readonly seen: string | null;
}

export const usualSettings: DeskSettings = {
  ground: "system",
  aside: "calculator",
  me: "",
  copyTo: "",
  seen: null,
};

/** What of the desk is set. */
export interface SettableDesk {
  locale: string;
  settings: DeskSettings;
  /** Settings that somebody chose since the program began: what a vault keeps of them does not undo that. */
  readonly chosen: Set<string>;
  /** The vault whose settings were applied last. */
  setBy: DeskVault["open"];
  readonly vault: Pick<DeskVault, "open">;
  readonly watch: Pick<LockWatch, "setMinutes">;
}

type Check = (value: Json) => boolean;

const longest = 1000;
const isShort: Check = (value) => typeof value === "string" && value.length <= longest;

const checks: Readonly<Record<string, Check>> = {
  language: (value) => shippedLocales.some((each) => each === value),
  idle: (value) => typeof value === "number" && isLockMinutes(value),
  ground: (value) => grounds.some((each) => each === value),
  aside: (value) => asides.some((each) => each === value),
  me: isShort,
  copyTo: isShort,
  seen: (value) => typeof value === "string" && Number.isFinite(Date.parse(value)),
};

/** Applies what is told, and keeps it in the vault where one is open. Throws `desk.bad-request`. */
export async function changeSettings(desk: SettableDesk, told: Body): Promise<void> {
  const entries = Object.entries(told);
  if (!entries.every(([name, value]) => checks[name]?.(value) === true))
    throw new DeskError("desk.bad-request", "Cannot set: no such setting, or not a value of it");
  if (told["language"] !== undefined) desk.chosen.add("language");
  apply(desk, told);
  const open = desk.vault.open?.workspace;
  if (open !== undefined && entries.length > 0) await keep(open, told);
}

/** What the vault that was opened keeps for this device; what a person chose since the program began stays. */
export async function takeSettings(desk: SettableDesk): Promise<void> {
  const { open } = desk.vault;
  if (open === null || desk.setBy === open || open.workspace.tables().filling !== null) return;
  const kept = await settingsIn(open.workspace);
  // Only now: what could not be read is asked for again.
  desk.setBy = open;
  if (kept === null) return;
  const known = Object.entries(kept.values).filter(
    ([name, value]) => !desk.chosen.has(name) && checks[name]?.(value) === true,
  );
  apply(desk, Object.fromEntries(known));
}

function apply(desk: SettableDesk, told: Body): void {
  const { language, idle, ...rest } = told;
  if (typeof language === "string") desk.locale = language;
  if (typeof idle === "number") desk.watch.setMinutes(idle);
  const { device: _device, ...own } = rest;
  desk.settings = { ...desk.settings, ...own };
}

interface KeptSettings {
  readonly record: RecordId;
  readonly values: Readonly<Record<string, Json>>;
}

/** Devices of one vault are few. */
const mostDevices = 500;

async function settingsIn({ view, vault }: Workspace): Promise<KeptSettings | null> {
  const { rows } = await view.list({ kind: "settings", limit: mostDevices });
  const own = rows.find(({ label }) => label === vault.device.id);
  const state = own && (await view.read(own.id));
  return state === undefined ? null : { record: state.id, values: valuesOf(state) };
}

async function keep(workspace: Workspace, told: Body): Promise<void> {
  const kept = await settingsIn(workspace);
  if (kept === null) {
    const filled = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ""));
    const values = { device: workspace.vault.device.id, ...filled };
    await workspace.run("record.create", { kind: "settings", values });
    return;
  }
  const patch: Record<string, Change> = {};
  for (const [name, value] of Object.entries(told))
    if ((kept.values[name] ?? "") !== value) patch[name] = value === "" ? { clear: true } : { set: value };
  await workspace.run("record.change", { record: kept.record, patch });
}
