// What was erased, what remains of it, and what a person still has to do by hand.
import type { ErasedResult } from "../api/contract/erasure.ts";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { numberWords } from "../words/amounts.ts";
import { OutOfReachList } from "./out-of-reach.tsx";

export function Erased({ erased }: { readonly erased: ErasedResult }) {
  const { words } = useDesk();
  return (
    <>
      <section className="card" aria-labelledby="erased-title">
        <h2 id="erased-title" className="verified">
          {words.t("desk.erase.done")}
        </h2>
        <p>
          {words.t("desk.erase.done.counts", {
            records: numberWords(words, erased.records),
            entries: numberWords(words, erased.operations),
            files: numberWords(words, erased.evidence),
          })}
        </p>
        <p>{words.t("desk.erase.stays")}</p>
        <p>{words.t("desk.erase.next")}</p>
        <p className="actions">
          <Go to={["erasure", erased.record]}>{words.t("desk.erase.record")}</Go>
          <Go primary to={["vault"]}>
            {words.t("desk.copies.make")}
          </Go>
        </p>
      </section>
      <OutOfReachList outOfReach={erased.outOfReach} />
    </>
  );
}
