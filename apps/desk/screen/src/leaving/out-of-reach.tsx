// What an erasure here cannot reach, by name and date.
import type { OutOfReach } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { momentWords } from "../words/date-words.ts";

export function OutOfReachList({ outOfReach }: { readonly outOfReach: readonly OutOfReach[] }) {
  const { words } = useDesk();
  return (
    <section className="card" aria-labelledby="reach-title">
      <h2 id="reach-title">{words.t("desk.erase.reach")}</h2>
      <p>{words.t("desk.erase.reach.why")}</p>
      <ul>
        {outOfReach.map((each) => (
          <li key={JSON.stringify(each)}>
            <Line one={each} />
          </li>
        ))}
        <li>{words.t("desk.erase.reach.unknown-copies")}</li>
        <li>{words.t("desk.erase.reach.disk")}</li>
        <li>{words.t("desk.erase.reach.heads")}</li>
      </ul>
    </section>
  );
}

function Line({ one }: { readonly one: OutOfReach }) {
  const { words } = useDesk();
  switch (one.kind) {
    case "copy":
      return (
        <>
          {words.t("desk.erase.reach.copy")} <bdi>{one.label}</bdi> <When at={one.at} />
        </>
      );
    case "release":
    case "bundle":
      return (
        <>
          {words.t(`desk.erase.reach.${one.kind}`)}{" "}
          <a href={addressOf("release", one.record)}>
            <bdi>{one.label === "" ? words.t("kind.release.one") : one.label}</bdi>
          </a>{" "}
          {one.audience !== null && codeLabel(words, "audiences", one.audience)} <When at={one.at} />
        </>
      );
    case "taken-out":
      return (
        <>
          {words.t("desk.erase.reach.taken-out")}{" "}
          <a href={addressOf("evidence", one.record)}>{words.t("kind.evidence.one")}</a> <When at={one.at} />
        </>
      );
    case "other-chains":
    case "unread":
    case "drafts":
    case "not-searched":
      return <>{words.t(`desk.erase.reach.${one.kind}`, { count: one.count })}</>;
    default:
      return one satisfies never;
  }
}

function When({ at }: { readonly at: string | null }) {
  const { words } = useDesk();
  return at === null ? null : <small>{momentWords(words, at)}</small>;
}
