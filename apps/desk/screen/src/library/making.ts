// In which form a library is written, and who answers for it: what is chosen and typed, and whether that is all.
import { useState } from "react";
import type { MakeLibraryInput, PlannedLibrary } from "../api/contract/library.ts";
import { useDesk } from "../desk.tsx";

export interface Making {
  readonly approvedBy: string;
  readonly form: MakeLibraryInput["form"];
  /** Of a folder: in which, and what it is called there. */
  readonly place: readonly string[];
  readonly name: string;
}

export function useMaking(): readonly [Making, (change: Partial<Making>) => void] {
  const { session } = useDesk();
  const [making, setMaking] = useState<Making>({
    approvedBy: session.settings.me,
    form: "zip",
    place: [session.home],
    name: "library",
  });
  return [making, (change) => setMaking((last) => ({ ...last, ...change }))];
}

/** What left before in exactly this form needs nobody's name again. */
export function isWhole({ form, approvedBy, place, name }: Making, { same }: PlannedLibrary): boolean {
  const isPlaced = form !== "folder" || (place[0] !== undefined && name.trim() !== "");
  return isPlaced && (same !== null || approvedBy.trim() !== "");
}

export function makeInputOf(
  { form, approvedBy, place, name }: Making,
  { id: plan }: PlannedLibrary,
  acceptDifferences: boolean,
): MakeLibraryInput {
  const where = form === "folder" ? { path: place[0] ?? "", name: name.trim() } : {};
  return { plan, form, approvedBy: approvedBy.trim(), acceptDifferences, ...where };
}
