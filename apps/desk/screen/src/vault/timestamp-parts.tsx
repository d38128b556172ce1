// What a timestamp is worth, in a sentence; and the small files that have to do with one.
import type { TimestampVerdict } from "../api/contract/anchors.ts";
import { useDesk } from "../desk.tsx";
import { momentWords } from "../words/date-words.ts";

export function Verdict({ verdict }: { readonly verdict: TimestampVerdict }) {
  const { words } = useDesk();
  const { state, time = "", authority = "", words: said = "" } = verdict;
  const look = state === "vouched" ? "verified" : state === "unvouched" ? "waits" : "danger";
  return (
    <span className={look}>
      {words.t(`anchors.timestamp.${state}`, {
        time: time === "" ? "" : momentWords(words, time),
        authority,
      })}{" "}
      {said !== "" && <bdi>{said}</bdi>}
    </span>
  );
}

interface FileFieldProps {
  readonly label: string;
  readonly choose: (file: File | null) => void;
}

export function FileField({ label, choose }: FileFieldProps) {
  return (
    <label className="field">
      <span className="term">{label}</span>
      <input type="file" onChange={(event) => choose(event.target.files?.[0] ?? null)} />
    </label>
  );
}

/** Small files only: an answer and a certificate are a few kilobytes. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
