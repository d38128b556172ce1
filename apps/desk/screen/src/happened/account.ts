// What somebody tells when something happened to someone, on its way into records.
import type { Api } from "../api/api.ts";

export interface Account {
  readonly title: string;
  readonly narrative: string;
  readonly acts: readonly string[];
  readonly when: string;
  readonly place: Readonly<Record<string, string>>;
  readonly name: string;
  readonly pseudonym: string;
  /** A case that is there, or null for a new one. */
  readonly case: { readonly id: string; readonly label: string } | null;
}

export const nothingTold: Account = {
  title: "",
  narrative: "",
  acts: [],
  when: "",
  place: {},
  name: "",
  pseudonym: "",
  case: null,
};

export interface Written {
  readonly caseId: string;
  readonly incident: string;
}

/** One act: all of it is written, or nothing. */
export async function writeAccount(api: Api, account: Account, lang: string): Promise<Written> {
  const textOf = (field: string, value: string): object =>
    value.trim() === "" ? {} : { [field]: { text: value.trim(), lang } };
  const { records } = await api.run("incident.tell", {
    ...textOf("title", account.title),
    ...textOf("narrative", account.narrative),
    ...textOf("name", account.name),
    ...textOf("pseudonym", account.pseudonym),
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
