// What a table that would leave and earlier ones reveal together: a person lets it out all the same, or not.
import type { CountsPlan } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";

interface RevealsProps {
  readonly notices: CountsPlan["notices"];
  readonly isAccepted: boolean;
  readonly accept: (isAccepted: boolean) => void;
}

const noticesShown = 20;

export function Reveals({ notices, isAccepted, accept }: RevealsProps) {
  const { words } = useDesk();
  if (notices.length === 0) return null;
  return (
    <section className="card" aria-labelledby="reveals-title">
      <h3 id="reveals-title">{words.t("desk.counts.reveals")}</h3>
      <p>{words.t("desk.counts.reveals.why")}</p>
      <ul>
        {notices.slice(0, noticesShown).map(({ kind, cell, release }) => (
          <li key={`${kind} ${cell} ${release}`}>
            {words.t(`count.notice.${kind}`)}: <code dir="ltr">{cell}</code>{" "}
            <a href={addressOf("release", release)}>{words.t("desk.counts.reveals.release")}</a>
          </li>
        ))}
      </ul>
      {notices.length > noticesShown && (
        <p className="note">
          {words.t("desk.counts.reveals.more", { count: notices.length - noticesShown })}
        </p>
      )}
      <label className="check">
        <input type="checkbox" checked={isAccepted} onChange={() => accept(!isAccepted)} />
        {words.t("desk.counts.reveals.accept")}
      </label>
    </section>
  );
}
