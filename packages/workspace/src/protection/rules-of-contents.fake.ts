// Rules about what leaves besides names: fields, precision, words, numbers, and what files carry with them.
import type { Audience } from "@tocsin/cases";
import type { Json } from "@tocsin/core";
import type { FieldRelease } from "@tocsin/records";
import { allOf } from "../all-of.ts";
import { publishCounts, type PublishCountsOptions } from "../counts/publish-counts.ts";
import { openRule, safeTotals } from "../safe-totals.ts";
import { sha256Of } from "../small-workspace.fake.ts";
import type { Workspace } from "../workspace.ts";
import { blindFinder, carelessTable, misreading, redefining } from "./careless.fake.ts";
import { everythingThatLeaves, type Leaving, type Piece } from "./everything.fake.ts";
import { misworded, tellsOthersFirst } from "./search-reports.fake.ts";
import { fewChildrenIn, movedBetween, smallNumbersIn } from "./search-counts.fake.ts";
import { chosen, outside, secretsIn, type Rule } from "./search.fake.ts";
import { approver, formula, hidden, marks } from "./story-words.fake.ts";
import { tellCounted } from "./story-counted.fake.ts";

interface LetOut {
  readonly kind: string;
  readonly fields: Readonly<Record<string, FieldRelease>>;
  readonly audience?: Audience;
}

/** A table with fields that the audience has no business with. */
function letOut({ kind, fields: more, audience = "public" }: LetOut): Rule["plant"] {
  return ({ workspace }) =>
    carelessTable(workspace, {
      kind,
      audience,
      format: "csv",
      rules: ({ fields }) => ({ fields: { ...fields, ...more } }),
    });
}

const fine = [marks.day, "3 May 2025", "May 3, 2025", marks.locality, "12345678", "12.345", marks.hijri];

async function careless(
  { workspace }: Leaving,
  more: Partial<PublishCountsOptions>,
): Promise<readonly Piece[]> {
  const { bytes } = await publishCounts(workspace, {
    question: { by: ["gender"] },
    audience: "internal",
    format: "csv",
    approvedBy: { text: approver, lang: "en" },
    sha256: sha256Of,
    ...more,
  });
  return [{ way: "counts gender.csv", audience: "public", text: new TextDecoder().decode(bytes) }];
}

/** A bundle whose rules no longer know which fields tell of a risk or a trait. */
const withoutRisks: Rule["plant"] = (leaving) => {
  const { registry } = leaving.workspace;
  const kinds = new Map(
    [...registry.kinds].map(([name, kind]) => {
      const fields = Object.entries(kind.fields).map(([field, { group, vocabulary, ...rest }]) => [
        field,
        {
          ...rest,
          ...(group === undefined || group === "risk" ? {} : { group }),
          ...(vocabulary === undefined || vocabulary === "riskFlags" ? {} : { vocabulary }),
        },
      ]);
      return [name, { ...kind, fields: Object.fromEntries(fields) as typeof kind.fields }] as const;
    }),
  );
  const workspace = { ...leaving.workspace, registry: { ...registry, kinds } };
  return everythingThatLeaves({ ...leaving, workspace }, { through: ["bundle"], audiences: ["court"] });
};

const traits = [marks.trait, "orientation", "disability"];

export const rulesOfContents: readonly Rule[] = [
  {
    name: "The public gets months and regions",
    find: (pieces) =>
      chosen(pieces, { audiences: ["public"], not: ["bundle"] }).flatMap(({ way, text }) =>
        fine.filter((each) => text.includes(each)).map((each) => `${each}: ${way}`),
      ),
    plant: letOut({ kind: "incident", fields: { when: "full", where: "full" } }),
  },
  {
    name: "An accusation is worded by its ground",
    find: misworded,
    plant: (leaving) => {
      const overclaims = ({ attribution }: Readonly<Record<string, Json>>) =>
        attribution === "pattern" ? { attribution: "acknowledged" } : {};
      const workspace = misreading(leaving.workspace, "involvement", overclaims);
      return everythingThatLeaves({ ...leaving, workspace }, { through: ["report"], audiences: ["court"] });
    },
  },
  {
    name: "A body's own words stand before reports of them",
    find: tellsOthersFirst,
    plant: (leaving) => {
      const swapped = ({ voice }: Readonly<Record<string, Json>>) => ({
        voice: voice === "own-words" ? "reported" : "own-words",
      });
      const workspace = misreading(leaving.workspace, "statement", swapped);
      return everythingThatLeaves({ ...leaving, workspace }, { through: ["report"], audiences: ["court"] });
    },
  },
  {
    name: "Flags name a risk, and leave for nobody outside",
    find: secretsIn(["device-unsafe", "no-contact", "detention-feared"], { audiences: outside }),
    plant: letOut({ kind: "case", fields: { flags: "full" } }),
    plantInBundle: withoutRisks,
  },
  {
    name: "A sensitive trait is recorded only with a reason, and leaves for nobody",
    // A bundle for inside holds entries whole.
    find: (pieces) => [
      ...secretsIn(traits, { audiences: outside })(pieces),
      ...secretsIn(traits, { audiences: ["internal"], not: ["bundle"] })(pieces),
    ],
    plant: letOut({ kind: "person", fields: { traitGrounds: "full", traitReason: "full" } }),
    planted: traits,
    plantInBundle: withoutRisks,
  },
  {
    name: "That a guardian is unsafe to ask, why, and what the child says stay inside",
    find: secretsIn([marks.guardian, marks.childView, "unsafe-to-ask"]),
    plant: letOut({
      kind: "consent",
      fields: { guardian: "full", guardianReason: "full", childView: "full" },
      audience: "court",
    }),
    planted: [marks.guardian, marks.childView, "unsafe-to-ask"],
  },
  {
    name: "The organisation's own work stays inside: tasks, copies, retentions, tables that came in",
    find: secretsIn([marks.copy, marks.task, marks.tag, marks.retention, marks.mapping], {
      audiences: outside,
    }),
    plant: async (leaving) => {
      const careless = [
        letOut({ kind: "copy", fields: { title: "full" } }),
        letOut({ kind: "task", fields: { title: "full", tags: "full" } }),
        letOut({ kind: "retention", fields: { reason: "full" } }),
        letOut({ kind: "table", fields: { title: "full" } }),
      ];
      return (await Promise.all(careless.map((plant) => plant(leaving)))).flat();
    },
    planted: [marks.copy, marks.task, marks.tag, marks.retention, marks.mapping],
  },
  {
    name: "Drafts of negotiated texts, asks, and who moved what stay inside",
    find: secretsIn([marks.draft, marks.ask, marks.mover]),
    plant: async (leaving) => {
      const careless = [
        letOut({ kind: "draft", fields: { title: "full" } }),
        letOut({ kind: "ask", fields: { title: "full" } }),
        letOut({ kind: "ledgerEntry", fields: { reasons: "full" } }),
      ];
      return (await Promise.all(careless.map((plant) => plant(leaving)))).flat();
    },
    planted: [marks.draft, marks.ask, marks.mover],
  },
  {
    name: "Positions of delegations stay inside, unless a person lets out one by itself",
    find: secretsIn([marks.delegation, marks.toldBy]),
    plant: async ({ workspace }) =>
      (
        await Promise.all(
          (["partner", "public"] as const).map((audience) =>
            carelessTable(workspaceWithoutTick(workspace), {
              kind: "position",
              audience,
              format: "json",
              rules: ({ fields }) => ({ fields: { ...fields, delegation: "full", notes: "full" } }),
            }),
          ),
        )
      ).flat(),
    planted: [marks.delegation],
  },
  {
    name: "Letters, who signs them and who acted for a signer leave by no table, report or bundle",
    find: secretsIn([marks.letter, marks.signer, marks.acted]),
    plant: async (leaving) => {
      const careless = [
        letOut({ kind: "letter", fields: { title: "full" } }),
        letOut({ kind: "signature", fields: { entry: "full" } }),
        letOut({ kind: "signatureCheck", fields: { seen: "full" } }),
      ];
      return (await Promise.all(careless.map((plant) => plant(leaving)))).flat();
    },
    planted: [marks.letter, marks.signer],
  },
  {
    name: "Evidence that was given in confidence stays inside, whoever asks",
    find: secretsIn([marks.kept, sha256Of(marks.kept)]),
    plant: (leaving) => {
      const forgotten = (): Readonly<Record<string, Json>> => ({ staysInside: false });
      const workspace = misreading(leaving.workspace, "evidence", forgotten);
      return everythingThatLeaves({ ...leaving, workspace }, { through: ["table"], audiences: ["court"] });
    },
  },
  {
    name: "That two records were held against each other stays inside",
    find: secretsIn(["notSame", "record.apart"], { audiences: outside }),
    plant: letOut({ kind: "person", fields: { notSame: "full" } }),
    plantInBundle: (leaving) => {
      // With one more field beside it, an entry is no longer taken for what was said inside alone.
      const { view } = leaving.workspace;
      const history: typeof view.history = async (id) =>
        (await view.history(id)).map(({ operation, ...rest }) => ({
          ...rest,
          operation: { ...operation, patch: { ...operation.patch, beside: { clear: true } } },
        }));
      const workspace = { ...leaving.workspace, view: { ...view, history } };
      return everythingThatLeaves({ ...leaving, workspace }, { through: ["bundle"], audiences: ["court"] });
    },
    planted: ["notSame"],
  },
  {
    name: "Of a release others get what they can check, and not who approved it or whom it left out",
    find: (pieces) =>
      chosen(pieces, { audiences: outside, only: ["table release."] })
        .filter(({ text }) => text.includes(approver) || saysMore.test(text))
        .map(({ way, audience }) => `what a release says: ${way} for ${audience}`),
    plant: letOut({ kind: "release", fields: { approvedBy: "full", records: "full" } }),
  },
  {
    name: "Characters that are not seen are shown (`‹U+202E›`)",
    find: (pieces) =>
      chosen(pieces, { audiences: outside, not: ["bundle data"] })
        .filter(({ text }) => hidden.some((character) => text.includes(character)))
        .map(({ way, audience }) => `hidden characters: ${way} for ${audience}`),
    plant: ({ workspace }) =>
      carelessTable(workspace, {
        kind: "incident",
        audience: "court",
        format: "json",
        rules: () => ({ finder: blindFinder }),
      }),
  },
  {
    name: "Names of files leave without numbers, addresses and names of users",
    find: secretsIn([marks.number, marks.user], { audiences: outside }),
    plant: ({ workspace }) =>
      carelessTable(workspace, {
        kind: "evidence",
        audience: "public",
        format: "csv",
        rules: () => ({ cleanFileNames: false }),
      }),
    planted: [marks.number, marks.user],
    plantInBundle: (leaving) => {
      const workspace = redefining(leaving.workspace, "evidence", (field) => ({ ...field, fileName: false }));
      return everythingThatLeaves({ ...leaving, workspace }, { through: ["bundle"], audiences: ["court"] });
    },
  },
  {
    name: "No formula leaves live",
    find: (pieces) => pieces.filter(isLive).map(({ way, audience }) => `a formula: ${way} for ${audience}`),
    plant: async () => [
      { way: "table incident.csv", audience: "court", text: `"id","title"\r\n"x","${formula}"\r\n` },
      { way: "table incident.xlsx", audience: "court", text: `<c r="A1"><f>${formula.slice(1)}</f></c>` },
    ],
  },
  {
    name: "Small numbers are hidden in what leaves",
    find: smallNumbersIn,
    plant: (leaving) => careless(leaving, { threshold: 1, acceptDifferences: true }),
  },
  {
    name: "Totals of people count children, and hide how many they are where they are few",
    find: fewChildrenIn,
    plant: async ({ workspace, told }) => {
      const children = new Set([told.people.child, told.people.hiddenChild]);
      const totals = safeTotals(await allOf(workspace.view, "person"), children, openRule);
      return [{ way: "table person.totals", audience: "public", text: JSON.stringify(totals) }];
    },
  },
  {
    name: "Two releases that reveal a small number together are noticed",
    find: movedBetween,
    plant: async (leaving) => {
      const before = await careless(leaving, { audience: "public", acceptDifferences: true });
      await tellCounted(leaving.told.small, ["woman"]);
      return [...before, ...(await careless(leaving, { audience: "public", acceptDifferences: true }))];
    },
  },
  {
    name: "A workbook carries no properties: no author, no time of writing",
    find: (pieces) =>
      pieces
        .filter(({ way }) => way.includes(".xlsx "))
        .filter(({ way, text }) => /docProps|creator|lastModifiedBy/i.test(way + text) || !isUndated(text))
        .map(({ way, audience }) => `properties: ${way} for ${audience}`),
    plant: async () => [
      {
        way: "table person.xlsx docProps/core.xml",
        audience: "public",
        text: "docProps/core.xml\nwritten 2026-11-28 \n<dc:creator>somebody</dc:creator>",
      },
    ],
  },
];

/** As if nobody had to let out a position before it leaves. */
function workspaceWithoutTick(workspace: Workspace): Workspace {
  return redefining(workspace, "position", ({ letsOut: _tick, ...field }) => field);
}

/** Fields of a release, as columns or as parts of a record; the records of the file itself are a list of objects. */
const saysMore = /"(?:acknowledged|withheld|approvedBy|counts|fields)"|"records"(?!:\[\{"id")/;

/** A cell of a CSV that a spreadsheet would run, or a formula of a workbook. */
function isLive({ way, text }: Piece): boolean {
  if (way.includes(".xlsx")) return /<f[\s>]/.test(text);
  return way.endsWith(".csv") && /(?:^|,|\n)"?\s*[=+@\uff1d\uff0b\uff20]/.test(text);
}

function isUndated(text: string): boolean {
  return /^[^\n]*\nwritten 1980-01-01 /.test(text);
}
