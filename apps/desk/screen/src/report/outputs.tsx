import type { WrittenReport } from "../api/contract/report.ts";
import type { Translator } from "@tocsin/language";
import { useWords } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { addressOf } from "../router.ts";
import { sizeWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";

interface OutputsProps {
  readonly written: WrittenReport;
  /** A file is being fetched. */
  readonly fetching?: () => void;
}

/** What was written, to be fetched: each with its hash. */
export function Outputs({ written, fetching }: OutputsProps) {
  const words = useWords();
  return (
    <div>
      <h3>{words.t("desk.report.written")}</h3>
      <ul className="plain outputs">
        {written.outputs.map(({ format, name, bytes, sha256, url }) => (
          <li key={url}>
            <span>
              <a href={url} download={name} onClick={fetching}>
                {formatWords(words, format)}
              </a>{" "}
              <small>{sizeWords(words, bytes)}</small>
            </span>
            <Hash value={sha256} />
          </li>
        ))}
      </ul>
      <a href={addressOf("release", written.release)}>{words.t("desk.report.release")}</a>
    </div>
  );
}

/** A signature beside a page, and an archive of letters, are forms that nothing is written in by itself. */
function formatWords(words: Translator, format: string): string {
  if (format === "note") return words.t("desk.outputs.signature");
  return format === "zip" ? words.t("desk.outputs.archive") : codeLabel(words, "outputFormats", format);
}
