// What the vault keeps for the people who work at it: how a device is set, and where readable copies were said to lie.
import { flag, instant, integer, link, string, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

/** How one device is set. Known to who opens the vault, applied on that device. */
export const settingsKind = kind(
  "settings",
  1,
  {
    /** Id of the device. */
    device: string({ required: true, fixed: true }),
    language: string({ names: "language" }),
    /** Minutes without an act of a person until it locks; 0 is never. */
    idle: integer(),
    /** "light", "dark", or "system". */
    ground: string(),
    /** The page after Escape three times. */
    aside: string(),
    /** Who works here, as they sign what leaves. */
    me: string({ sensitive: true }),
    /** Folder in which copies of the vault are made. */
    copyTo: string({ sensitive: true }),
    /** What was written until then is not new to whoever works here. */
    seen: instant(),
  },
  { label: "device", stretch: "hidden" },
);
export type Settings = RecordOf<typeof settingsKind>;

/** Something readable that left the vault: it lies there until a person says that it was deleted. */
export const clearCopyKind = kind(
  "clearCopy",
  1,
  {
    /** Name of the file or folder. */
    title: string({ required: true, fixed: true }),
    /** Its full path; absent where a browser put it wherever that puts downloads. */
    where: string({ fixed: true, sensitive: true }),
    made: instant({ sort: true, fixed: true }),
    by: text({ fixed: true, sensitive: true }),
    /** Of a single file. */
    sha256: string({ fixed: true }),
    bytes: integer({ fixed: true }),
    release: link("release", { fixed: true }),
    /** Nobody said that it is gone. */
    lies: flag({ facet: true }),
    gone: instant(),
  },
  { label: "title", stretch: "hidden" },
);
export type ClearCopy = RecordOf<typeof clearCopyKind>;
