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

/** Case, incident, person and their part in it; then the commitments that the acts engage. */
export async function writeAccount(api: Api, account: Account, lang: string): Promise<Written> {
  const text = (value: string): object => ({ text: value.trim(), lang });
  const create = async (kind: string, values: object): Promise<string> =>
    (await api.run("record.create", { kind, values })).records[0] ?? "";
  const caseId = account.case?.id ?? (await create("case", { title: text(account.title), status: "open" }));
  const incident = await create("incident", {
    title: text(account.title),
    status: "reported",
    case: caseId,
    ...(account.acts.length === 0 ? {} : { acts: account.acts }),
    ...(account.when.trim() === "" ? {} : { when: account.when.trim() }),
    ...(Object.keys(account.place).length === 0 ? {} : { where: account.place }),
    ...(account.narrative.trim() === "" ? {} : { narrative: text(account.narrative) }),
  });
  if (account.name.trim() !== "") {
    const person = await create("person", {
      name: text(account.name),
      ...(account.pseudonym.trim() === "" ? {} : { pseudonym: text(account.pseudonym) }),
    });
    await create("involvement", { role: "defender", person, incident, case: caseId });
  }
  if (account.acts.length > 0) await api.run("incident.engage", { incident });
  return { caseId, incident };
}
