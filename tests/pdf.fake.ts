// What stands in a finished PDF: all its bytes with what is compressed, and its words as a reader sees them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

/** Without it words cannot be read; tests that need it are left out, and say so. */
export const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;

/** All bytes of a PDF, with every compressed stream inflated too. */
export function inflated(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts = [bytes.toString("latin1")];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 1)) {
    const end = bytes.indexOf("endstream", at);
    try {
      parts.push(inflateSync(bytes.subarray(at + 7, end)).toString("latin1"));
    } catch {
      // Not compressed: its bytes are in the first part.
    }
  }
  return parts.join("\n");
}

export function textOfPdf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-report-"));
  try {
    writeFileSync(join(folder, "report.pdf"), pdf);
    return spawnSync("pdftotext", ["-layout", join(folder, "report.pdf"), "-"]).stdout.toString("utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
