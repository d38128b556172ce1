// The frozen list of a letter as it leaves, put together from what stands in the vault. Of a signature that was erased since,
// its hash is left.
import { isJsonObject, type RecordId } from "@tocsin/core";
import { LettersError, parseOpen, type FileEntry, type ListFile } from "@tocsin/letters";
import { codesIn, integerIn, objectIn, stringIn } from "../values.ts";
import type { LetterFile, SignatureFile } from "./letter-file.ts";

export interface FrozenFile {
  readonly list: ListFile;
  /** Signatures in the order of the list; null for one that was erased. */
  readonly signers: readonly (RecordId | null)[];
}

/** Throws `letters.not-ready` for a letter that still collects. */
export function frozenFile({ values, versions, signatures, deadline }: LetterFile): FrozenFile {
  const head = objectIn(values["frozen"]);
  const [digest, text, frozen] = [
    stringIn(values["digest"]),
    stringIn(head["text"]),
    stringIn(values["frozenAt"]),
  ];
  const version = versions.find((each) => each.digest === text);
  if (digest === null || text === null || frozen === null || version === undefined)
    throw new LettersError("letters.not-ready", "Cannot give list: it is not frozen", {
      details: { why: "not-frozen", count: 0 },
    });
  const leaves = codesIn(values["leaves"]).toSorted();
  const byPlace = new Map(signatures.flatMap(placed));
  const entries = leaves.map((line, at): FileEntry => {
    const entry = byPlace.get(at);
    return entry === undefined ? { leaf: line.slice(line.indexOf(" ") + 1) } : entry.entry;
  });
  const translations = translationsIn(head["translations"]);
  const known = new Set(translations.map(({ language }) => language));
  const { order } = head;
  return {
    list: {
      head: {
        text,
        frozen,
        translations,
        order:
          isJsonObject(order) && order["by"] === "name"
            ? { by: "name", collation: stringIn(order["collation"]) ?? "en" }
            : { by: "arrival" },
        closes: deadline,
      },
      texts: version.texts
        .filter(({ language }, at) => at === 0 || known.has(language))
        .map(({ language, title, paragraphs }) => ({ language, title, paragraphs })),
      entries,
      digest,
    },
    signers: leaves.map((_, at) => byPlace.get(at)?.signer ?? null),
  };
}

interface Placed {
  readonly signer: RecordId;
  readonly entry: FileEntry;
}

function placed({ id, values }: SignatureFile): readonly (readonly [number, Placed])[] {
  const { place, open, closed } = objectIn(values["entry"]);
  const [at, shown] = [integerIn(place), parseOpen(open)];
  return at === null || shown === null
    ? []
    : [[at, { signer: id, entry: { open: shown, closed: stringIn(closed) } }]];
}

function translationsIn(value: unknown): ListFile["head"]["translations"] {
  return (Array.isArray(value) ? value : []).flatMap((each: unknown) => {
    if (!isJsonObject(each)) return [];
    const { language, digest } = each;
    return typeof language === "string" && typeof digest === "string" ? [{ language, digest }] : [];
  });
}
