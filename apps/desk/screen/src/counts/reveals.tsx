// What numbers that would leave and earlier ones give away together, cell by cell.
import type { CountsPlan } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Together } from "../leaving/together.tsx";
import { addressOf } from "../router.ts";

interface RevealsProps {
  readonly notices: CountsPlan["notices"];
  readonly isAccepted: boolean;
  readonly accept: (isAccepted: boolean) => void;
}

export function Reveals(props: RevealsProps) {
  const { words } = useDesk();
  return (
    <Together
      {...props}
      className="card"
      title={words.t("desk.counts.reveals")}
      why={words.t("desk.counts.reveals.why")}
      draw={({ kind, cell, release }) => (
        <li key={`${kind} ${cell} ${release}`}>
          {words.t(`count.notice.${kind}`)}: <code dir="ltr">{cell}</code>{" "}
          <a href={addressOf("release", release)}>{words.t("desk.counts.reveals.release")}</a>
        </li>
      )}
    />
  );
}
