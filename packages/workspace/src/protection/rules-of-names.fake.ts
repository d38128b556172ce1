// Rules about whose name may leave, each with what it goes by taken away.
import { audienceCodes } from "@tocsin/cases";
import { blindFinder, carelessTable, misreading, redefining, type Change } from "./careless.fake.ts";
import { everythingThatLeaves, type Piece, type WayName } from "./everything.fake.ts";
import { outside, secretsIn, type Rule } from "./search.fake.ts";
import { marks, names } from "./story-words.fake.ts";

/** A report and tables of people and organisations, as they leave when records hold something else, by their kinds. */
export function misread(
  changes: Readonly<Record<string, Change>>,
  through: readonly WayName[] = ["report", "table", "document"],
): Rule["plant"] {
  return (leaving) => {
    const workspace = Object.entries(changes).reduce(
      (read, [kind, change]) => misreading(read, kind, change),
      leaving.workspace,
    );
    const careless = { ...leaving, workspace, kinds: ["person", "organisation"], templates: oneOfEach };
    return everythingThatLeaves(careless, { through, audiences: ["public"] });
  };
}

/** One about each thing that a document can be about; tests/leaks.test.ts plants in all of them. */
const oneOfEach = ["case-report", "slapp-brief", "biometric-request", "shadow-report"];

const never = [names.never, names.twin, names.stranger];
const accused = [names.private, names.low, names.doubted];
const behind = [names.source, names.obtainer, names.plaintiff];
const children = [
  names.child,
  names.childAlias,
  names.childArabic,
  names.hiddenChildAlias,
  names.strangerChild,
  names.strangerAlias,
];
/** Nothing says any more that somebody is a child. */
export const grownUp = {
  involvement: () => ({ ageThen: undefined }),
  person: () => ({ child: undefined }),
} as const satisfies Readonly<Record<string, Change>>;

/** Only the field is let out, and nobody looks for the name in it. */
function letOut(kind: string, field: string): Rule["plant"] {
  return async ({ workspace }) =>
    carelessTable(workspace, {
      kind,
      audience: "public",
      format: "csv",
      rules: ({ fields }, ids) => ({
        fields: { ...fields, [field]: "full" },
        finder: blindFinder,
        named: new Set(ids),
      }),
    });
}

async function both(...plants: readonly Promise<readonly Piece[]>[]): Promise<readonly Piece[]> {
  return (await Promise.all(plants)).flat();
}

const inBundle = (changes: Readonly<Record<string, Change>>): Rule["plant"] => misread(changes, ["bundle"]);

const consentedToAll = {
  consent: () => ({
    withdrawn: undefined,
    until: undefined,
    uses: ["publication"],
    namesPublished: true,
  }),
} as const satisfies Readonly<Record<string, Change>>;
const noFlags = {
  person: () => ({ flags: undefined, mergedInto: undefined }),
} as const satisfies Readonly<Record<string, Change>>;
const highOffice: Readonly<Record<string, Change>> = {
  involvement: ({ rank }) => (rank === undefined ? {} : { rank: "head", attribution: "acknowledged" }),
};

const company = {
  organisation: () => ({ organisationKind: "company", flags: undefined }),
} as const satisfies Readonly<Record<string, Change>>;

const called = { text: "Nobody At All", lang: "en" };
/** Entries that are of somebody stay in; the words of others no longer show whom they name. */
const otherwiseCalled = {
  person: () => ({ name: called, names: undefined, pseudonym: undefined }),
  organisation: () => ({ name: called, names: undefined }),
  source: () => ({ title: called }),
  evidence: () => ({ obtainedBy: called, copyBy: called }),
  proceeding: () => ({ broughtBy: called }),
} as const satisfies Readonly<Record<string, Change>>;

/** A bundle whose rules no longer know who obtained evidence for a name, and no longer find one in what others say. */
const withOpenEvidence: Rule["plant"] = (leaving) =>
  inBundle(otherwiseCalled)({
    ...leaving,
    workspace: redefining(leaving.workspace, "evidence", (field) =>
      field.guard === "name" ? { ...field, guard: "case" } : field,
    ),
  });

export const rulesOfNames: readonly Rule[] = [
  {
    name: "A child's identity stays out, whatever was consented to",
    find: secretsIn([...children, names.hiddenChild]),
    plant: misread(grownUp),
    plantInBundle: inBundle(grownUp),
    planted: children,
  },
  {
    name: "Missing consent is _no_; withdrawn, ended, for another audience too",
    find: (pieces) => [
      ...secretsIn([names.unasked, names.withdrawn, names.ended])(pieces),
      ...secretsIn([names.elsewhere], { audiences: audienceCodes.filter((each) => each !== "court") })(
        pieces,
      ),
    ],
    plant: misread(consentedToAll),
    plantInBundle: inBundle(consentedToAll),
    planted: [names.withdrawn, names.ended, names.elsewhere],
  },
  {
    name: "Who must never be named is not, by no record of theirs",
    find: secretsIn(never),
    plant: misread(noFlags),
    plantInBundle: inBundle(noFlags),
    planted: never,
  },
  {
    name: "Accused private people and low officials are withheld",
    find: secretsIn(accused),
    plant: misread(highOffice),
    plantInBundle: inBundle(highOffice),
    planted: accused,
  },
  {
    name: "Organisations are named by the same rule as people",
    find: secretsIn([names.group]),
    plant: misread(company),
    plantInBundle: inBundle(company),
    planted: [names.group],
  },
  {
    name: "Sources, who obtained evidence and who sues are withheld outside",
    find: secretsIn(behind, { audiences: outside }),
    planted: behind,
    plantInBundle: withOpenEvidence,
    plant: async (leaving) =>
      both(
        letOut("source", "title")(leaving),
        letOut("evidence", "obtainedBy")(leaving),
        letOut("proceeding", "broughtBy")(leaving),
      ),
  },
  {
    name: "Who translated or reviewed a text is told to nobody outside",
    find: secretsIn([marks.translator], { audiences: outside }),
    plant: ({ workspace }) =>
      carelessTable(workspace, {
        kind: "incident",
        audience: "court",
        format: "json",
        isWhole: true,
        rules: ({ fields }) => ({ fields: { ...fields, narrativeIn: "full" } }),
      }),
  },
  {
    name: "Names are struck out of free texts, titles, paths",
    find: secretsIn([names.child, names.never, names.private, names.unasked, names.group]),
    plantInBundle: inBundle(otherwiseCalled),
    plant: ({ workspace }) =>
      carelessTable(workspace, {
        kind: "incident",
        audience: "court",
        format: "xlsx",
        rules: () => ({ finder: blindFinder }),
      }),
  },
  {
    name: "A word in the place of a code stays inside",
    find: secretsIn([marks.code], { audiences: outside }),
    plant: ({ workspace }) =>
      carelessTable(workspace, {
        kind: "measure",
        audience: "public",
        format: "json",
        rules: () => ({ isTerm: () => true }),
      }),
  },
  {
    name: "Who belongs to whom leaves only where both may be named",
    find: (pieces) =>
      pieces
        .filter(
          ({ way, text }) => way.startsWith("table relation.") && /family\.parent.*[0-9a-z]{26}/s.test(text),
        )
        .map(({ way, audience }) => `a tie: ${way} for ${audience}`),
    plant: ({ workspace, told }) =>
      carelessTable(workspace, {
        kind: "relation",
        audience: "public",
        format: "csv",
        rules: ({ named }) => ({ named: new Set([...named, told.people.child, told.people.never]) }),
      }),
  },
];
