// When the library last left, and how much of what it is made from was written since.
import type { LastLibraryRelease } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { useNow } from "../parts/now.ts";
import { addressOf } from "../router.ts";
import { agoWords } from "../words/amounts.ts";

export function LastRelease({ last }: { readonly last: LastLibraryRelease | null }) {
  const { words } = useDesk();
  const now = useNow(60_000);
  if (last === null) return <p className="note">{words.t("desk.library.none")}</p>;
  const { release, approved, isWithdrawn, writtenSince: count, more } = last;
  const ago = agoWords(words, (now - Date.parse(approved)) / 1000);
  return (
    <p className={isWithdrawn ? "waits" : "note"}>
      <a href={addressOf("release", release)}>{words.t("desk.library.last", { ago })}</a>{" "}
      {isWithdrawn && <strong>{words.t("desk.library.last.withdrawn")} </strong>}
      {words.t(more ? "desk.library.since.more" : "desk.library.since", { count })}
    </p>
  );
}
