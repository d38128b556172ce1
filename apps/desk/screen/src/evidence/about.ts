// What can be said about a piece of evidence before it is sealed.
import { isEdtf } from "@tocsin/core";

export interface About {
  readonly title: string;
  readonly obtainedHow: string;
  readonly obtainedBy: string;
  readonly obtainedWhen: string;
  readonly consentText: string;
}

export const nothingSaid: About = {
  title: "",
  obtainedHow: "",
  obtainedBy: "",
  obtainedWhen: "",
  consentText: "",
};

/** Whether its date is none: the vault would refuse it. */
export function hasBadDate({ obtainedWhen }: About): boolean {
  return obtainedWhen.trim() !== "" && !isEdtf(obtainedWhen.trim());
}

/** What a working copy is to its original. */
export interface AboutCopy {
  readonly copyKind: string;
  readonly copyHow: string;
  readonly copyBy: string;
}

export const nothingCopied: AboutCopy = { copyKind: "", copyHow: "", copyBy: "" };
