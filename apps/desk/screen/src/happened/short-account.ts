// What is asked where something happened and evidence or a finding of it is there already: the act, and what can be proposed.
import { isEdtf, isJsonObject, type Json } from "@tocsin/core";

/** An alias, because what is kept of a form is JSON. */
export type Named = {
  readonly id: string;
  readonly label: string;
};

export interface ShortAccount {
  readonly acts: readonly string[];
  /** Empty for the name of the first act. */
  readonly title: string;
  /** EDTF, or what is typed on the way there. */
  readonly when: string;
  /** `undefined` for the one that is proposed, null for a new one. */
  readonly case?: Named | null | undefined;
}

export function shortAccountIn(typed: Json, proposed: ShortAccount): ShortAccount {
  return isJsonObject(typed) ? { ...proposed, ...(typed as Partial<ShortAccount>) } : proposed;
}

export function typedOf({ case: chosen, ...said }: ShortAccount): Json {
  return { ...said, ...(chosen === undefined ? {} : { case: chosen }) };
}

export function isBadDate(when: string): boolean {
  return when.trim() !== "" && !isEdtf(when.trim());
}

/** The newest day on which one of the files was last changed, here; uncertain, because a copy changes it too. Empty for none. */
export function dayOfFiles(files: readonly { readonly file: { readonly lastModified: number } }[]): string {
  const times = files.map(({ file }) => file.lastModified).filter((time) => time > 0);
  if (times.length === 0) return "";
  const day = new Date(Math.max(...times));
  const part = (number: number, width: number): string => String(number).padStart(width, "0");
  return `${part(day.getFullYear(), 4)}-${part(day.getMonth() + 1, 2)}-${part(day.getDate(), 2)}?`;
}

/** The input of `incident.tell`. */
export function tellingOf(
  account: ShortAccount,
  around: {
    readonly title: string;
    readonly lang: string;
    readonly caseId: string | null;
    readonly evidence: readonly string[];
    readonly findings: readonly string[];
  },
): object {
  const { title, lang, caseId, evidence, findings } = around;
  return {
    title: { text: title, lang },
    ...(account.acts.length === 0 ? {} : { acts: account.acts }),
    ...(account.when.trim() === "" ? {} : { when: account.when.trim() }),
    ...(caseId === null ? {} : { case: caseId }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}
