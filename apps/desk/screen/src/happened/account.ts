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
  /** Texts of it that were kept as evidence. */
  readonly evidence: readonly string[];
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
  evidence: [],
};

/** What is told so far, and the step that its writer is at. */
export interface Told {
  readonly account: Account;
  readonly at: 0 | 1;
}

/** As this screen wrote it: what the server keeps is taken at its word. */
export function toldIn(typed: Json): Told {
  if (!isJsonObject(typed)) return { account: nothingTold, at: 0 };
  const { at, ...account } = typed;
  return { account: { ...nothingTold, ...(account as Partial<Account>) }, at: at === 1 ? 1 : 0 };
}

export interface Written {
  readonly caseId: string;
  readonly incident: string;
}

/** One act: all of it is written, or nothing; a second one links the evidence that long texts became. */
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
  const written =
    account.case === null
      ? { caseId: first, incident: second }
      : { caseId: account.case.id, incident: first };
  if (account.evidence.length > 0)
    await api.run("record.change", {
      record: written.incident,
      patch: { evidence: { add: account.evidence } },
    });
  return written;
}
