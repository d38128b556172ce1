// The annex of hashes: every piece of evidence that the document names, and how a stranger checks it with common tools.
import { wordsOf } from "../words.ts";
import type { Composer } from "./composer.ts";
import type { DocumentBlock, DocumentText } from "./model.ts";

interface HashRow {
  readonly label: DocumentText;
  readonly title: DocumentText;
  readonly hash: DocumentText;
}

export function hashBlocks(composer: Composer): readonly DocumentBlock[] {
  const rows = [...fromReport(composer), ...fromClaims(composer)];
  if (rows.length === 0) return [];
  return [
    paragraph(composer.say("documents.hashes.about")),
    {
      kind: "table",
      name: "hashes",
      caption: composer.say("documents.table.hashes"),
      columns: ["label", "evidence", "sha256"].map((column) => composer.say(`documents.column.${column}`)),
      rows: rows.map(({ label, title, hash }) => [label, title, hash]),
    },
    paragraph(composer.say("documents.hashes.check")),
    paragraph(composer.code("sha256sum FILE")),
    paragraph(composer.say("documents.hashes.windows")),
    paragraph(composer.code("certutil -hashfile FILE SHA256")),
    paragraph(composer.say("documents.hashes.means")),
  ];
}

function fromReport(composer: Composer): readonly HashRow[] {
  const blocks = composer.input.report?.sections.find(({ name }) => name === "evidence")?.blocks ?? [];
  return blocks.flatMap(({ label, title, rows }) => {
    if (label === null) return [];
    const says = rows.find(({ name }) => name === "sha256")?.sentences[0]?.says;
    const printed = (value: NonNullable<typeof says>): DocumentText =>
      composer.printed(wordsOf(value, composer.translator));
    return [
      {
        label: composer.code(label),
        title: title === null ? composer.words("") : printed(title.says),
        hash: says === undefined ? composer.words("") : printed(says),
      },
    ];
  });
}

/** Of claims whose evidence is in no report. */
function fromClaims(composer: Composer): readonly HashRow[] {
  const inReport = new Set(
    (composer.input.report?.sections ?? []).flatMap(({ blocks }) =>
      blocks.flatMap(({ record }) => record ?? []),
    ),
  );
  const evidence = [...composer.input.claims.values()].flatMap((claim) => claim.evidence);
  const byId = new Map(evidence.map((each) => [each.record, each]));
  return [...byId.values()]
    .filter(({ record, sha256 }) => sha256 !== null && !inReport.has(record))
    .map(({ title, sha256 }, at) => ({
      label: composer.code(`H${at + 1}`),
      title: title === null ? composer.words("") : composer.people(title),
      hash: composer.code(sha256 ?? ""),
    }));
}

function paragraph(text: DocumentText): DocumentBlock {
  return { kind: "paragraph", number: null, spans: [{ text, notes: [] }] };
}
