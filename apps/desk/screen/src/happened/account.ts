// What somebody tells when something happened to someone, on its way into records.
import { isJsonObject, type Json } from "@tocsin/core";
import type { Api } from "../api/api.ts";

export interface Account {
  readonly title: string;
  readonly narrative: string;
  readonly acts: readonly string[];
  readonly when: string;
  readonly place: Readonly<Record<string, string>>;
  /** Whether the work for rights is why, and how that is known. */
  readonly defence: string;
  readonly defenceGrounds: string;
  /** A person who is there, or null for a new one, by name. */
  readonly person: Named | null;
  readonly name: string;
  readonly pseudonym: string;
  readonly role: string;
  /** A case that is there, or null for a new one. */
  readonly case: Named | null;
}

type Named = {
  readonly id: string;
  readonly label: string;
};

const nothingTold: Account = {
  title: "",
  narrative: "",
  acts: [],
  when: "",
  place: {},
  defence: "",
  defenceGrounds: "",
  person: null,
  name: "",
  pseudonym: "",
  role: "defender",
  case: null,
};

/** As this screen wrote it: what the server keeps is taken at its word. */
export function accountIn(typed: Json): Account {
  return isJsonObject(typed) ? { ...nothingTold, ...(typed as Partial<Account>) } : nothingTold;
}

export interface Written {
  readonly caseId: string;
  readonly incident: string;
}

/** One act: all of it is written, or nothing. */
export async function writeAccount(api: Api, account: Account, lang: string): Promise<Written> {
  const textOf = (field: string, value: string): object =>
    value.trim() === "" ? {} : { [field]: { text: value.trim(), lang } };
  const { person } = account;
  const { records } = await api.run("incident.tell", {
    ...textOf("title", account.title),
    ...textOf("narrative", account.narrative),
    ...(account.defence === "" ? {} : { defence: account.defence }),
    ...textOf("defenceGrounds", account.defenceGrounds),
    ...(person === null
      ? { ...textOf("name", account.name), ...textOf("pseudonym", account.pseudonym) }
      : { person: person.id }),
    role: account.role,
    ...(account.acts.length === 0 ? {} : { acts: account.acts }),
    ...(account.when.trim() === "" ? {} : { when: account.when.trim() }),
    ...(Object.keys(account.place).length === 0 ? {} : { where: account.place }),
    ...(account.case === null ? {} : { case: account.case.id }),
  });
  const [first = "", second = ""] = records;
  return account.case === null
    ? { caseId: first, incident: second }
    : { caseId: account.case.id, incident: first };
}
