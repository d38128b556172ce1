// The Typesetter port over the Typst compiler, which is a native module: loaded at first use, never at start-up.
// Only fonts of packages serve, so that the same document gives the same bytes on every computer.
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { PublishError, type TypesetDocument, type Typesetter } from "@tocsin/publish";
import { familiesFor, readFurtherFont, readUsualFont, type Font } from "./fonts.ts";
import { makeShowable } from "./showable-text.ts";

/** PDF/UA-1, by the compiler's own checks: tagged, titled, every character with a glyph. */
const usualStandard = "ua-1";

/** A folder that need not exist: the compiler sees the data as a file in it, and nothing else of ours. */
const root = join(tmpdir(), "tocsin-typesetting");

interface Engine {
  readonly compiler: NodeCompiler;
  readonly fonts: readonly Font[];
}

/** The native module is loaded by the first `typeset`; faces of further scripts by the first document that has them. */
export function createTypesetter(): Typesetter {
  let engine: Promise<Engine> | undefined;
  return {
    typeset: async (document, signal) => {
      signal?.throwIfAborted();
      // A face that another document asked for must not show in this one: the same document gives the same bytes.
      const families = familiesFor(JSON.stringify(document.data));
      engine = engineFor(families, engine);
      const opened = await engine;
      signal?.throwIfAborted();
      return compile(opened, document, families);
    },
  };
}

async function engineFor(families: readonly string[], before: Promise<Engine> | undefined): Promise<Engine> {
  const opened = await before;
  const fonts = opened?.fonts ?? [await readUsualFont()];
  const wanted = families.filter((family) => fonts.every((font) => font.family !== family));
  const found = (await Promise.all(wanted.map(readFurtherFont))).flatMap((font) => font ?? []);
  if (opened !== undefined && found.length === 0) return opened;
  const all = [...fonts, ...found];
  const { NodeCompiler } = await loadCompiler();
  const fontBlobs = all.flatMap(({ files }) => files);
  return { compiler: NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] }), fonts: all };
}

async function loadCompiler(): Promise<typeof import("@myriaddreamin/typst-ts-node-compiler")> {
  try {
    return await import("@myriaddreamin/typst-ts-node-compiler");
  } catch (cause) {
    throw new PublishError(
      "publish.typesetter",
      "Cannot write PDF: the Typst compiler is not installed for this computer",
      { cause },
    );
  }
}

function compile(
  { compiler, fonts }: Engine,
  document: TypesetDocument,
  families: readonly string[],
): Uint8Array {
  // The compiler would fetch a package by itself. Our templates import none, and none may begin to.
  if (document.template.includes('"@')) throw refusal("a template may not import packages");
  const serving = fonts.filter(({ family }) => family === null || families.includes(family));
  const faces = families.filter((family) => serving.some((font) => font.family === family));
  const { data, missing } = makeShowable(document.data, serving);
  const json = JSON.stringify({ ...Object(data), missing, faces });
  const path = join(root, "data.json");
  compiler.mapShadow(path, Buffer.from(json));
  try {
    const compiled = compiler.compile({ mainFileContent: document.template, resetRead: true });
    if (!compiled.result) throw refusal(compiled.takeError()?.shortDiagnostics);
    const pdfStandard = document.standard ?? usualStandard;
    return compiler.pdf(compiled.result, { pdfStandard, creationTimestamp: document.createdAt });
  } catch (cause) {
    if (cause instanceof PublishError) throw cause;
    throw refusal(cause);
  } finally {
    compiler.unmapShadow(path);
    compiler.evictCache(0);
  }
}

/** Diagnostics can quote the document, so that only the words before the first quotation are kept. */
function refusal(diagnostics: unknown): PublishError {
  if (typeof diagnostics === "string")
    return new PublishError("publish.typesetter", `Cannot write PDF: ${diagnostics}`);
  const text = diagnostics instanceof Error ? diagnostics.message : JSON.stringify(diagnostics ?? "");
  const [, reason = "unknown reason"] = /"?message"?: ?"([^"`\\]{1,200})/.exec(text.slice(0, 2000)) ?? [];
  return new PublishError(
    "publish.typesetter",
    `Cannot write PDF: the compiler refused it (${reason.trim()})`,
  );
}
