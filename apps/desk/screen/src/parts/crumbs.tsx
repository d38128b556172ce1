import { useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";

export interface Crumb {
  readonly label: string;
  readonly to: readonly string[];
}

interface CrumbsProps {
  readonly trail: readonly Crumb[];
}

/** Where one stands: the way back up. */
export function Crumbs({ trail }: CrumbsProps) {
  const words = useWords();
  return (
    <nav className="crumbs no-print" aria-label={words.t("desk.crumbs")}>
      {trail.map(({ label, to }) => (
        <a key={to.join("/")} href={addressOf(...to)}>
          <bdi>{label}</bdi>
        </a>
      ))}
    </nav>
  );
}
