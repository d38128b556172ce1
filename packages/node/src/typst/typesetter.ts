// The Typesetter port over the Typst compiler, which is a native module: loaded at first use, never at start-up.
// Only the fonts of our own packages serve, so that the same document gives the same bytes on every computer.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { PublishError, type TypesetDocument, type Typesetter } from "@tocsin/publish";
import { parseFontCoverage } from "./font-coverage.ts";
import { makeShowable } from "./showable-text.ts";

/** Latin, Greek and Cyrillic in Noto Sans; Arabic in Amiri, whose words survive copying best. */
const fontFiles = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf",
  "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf",
] as const;

/** PDF/UA-1, by the compiler's own checks: tagged, titled, every character with a glyph. */
const usualStandard = "ua-1";

/** A folder that need not exist: the compiler sees the data as a file in it, and nothing else of ours. */
const root = join(tmpdir(), "tocsin-typesetting");

interface Engine {
  readonly compiler: NodeCompiler;
  readonly covered: ReadonlySet<number>;
}

/** The native module is loaded by the first `typeset`. */
export function createTypesetter(): Typesetter {
  let engine: Promise<Engine> | undefined;
  return {
    typeset: async (document, signal) => {
      signal?.throwIfAborted();
      engine ??= openEngine();
      const opened = await engine;
      signal?.throwIfAborted();
      return compile(opened, document);
    },
  };
}

async function openEngine(): Promise<Engine> {
  const fonts = await readFonts();
  const { NodeCompiler } = await loadCompiler();
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts }] });
  return { compiler, covered: new Set(fonts.flatMap((font) => [...parseFontCoverage(font)])) };
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

async function readFonts(): Promise<Buffer[]> {
  const resolver = createRequire(import.meta.url);
  try {
    return await Promise.all(fontFiles.map((file) => readFile(resolver.resolve(file))));
  } catch (cause) {
    throw new PublishError("publish.typesetter", "Cannot write PDF: its fonts are not installed", { cause });
  }
}

function compile({ compiler, covered }: Engine, document: TypesetDocument): Uint8Array {
  // The compiler would fetch a package by itself. Our templates import none, and none may begin to.
  if (document.template.includes('"@')) throw refusal("a template may not import packages");
  const { data, missing } = makeShowable(document.data, covered);
  const json = JSON.stringify({ ...Object(data), missing });
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
