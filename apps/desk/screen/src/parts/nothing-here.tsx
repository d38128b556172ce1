// What an address shows that leads to nothing: what is wrong with it, and what to do.
import { useWords } from "../desk.tsx";
import type { Route } from "../router.ts";
import { Go } from "./action.tsx";

interface NothingHereProps {
  /** Where the others of its kind are; without it, the first screen. */
  readonly to?: Route;
  readonly label?: string;
}

export function NothingHere({ to = [], label }: NothingHereProps) {
  const words = useWords();
  return (
    <article className="page">
      <h1>{words.t("desk.nothing-here.title")}</h1>
      <AddressHint />
      <p className="actions">
        <Go to={to}>{label ?? words.t("desk.nav.home")}</Go>
      </p>
    </article>
  );
}

/** For a part of a screen, which has its own heading. */
export function AddressHint() {
  const words = useWords();
  return <p className="waits">{words.t("desk.nothing-here.why")}</p>;
}

/** Whether an answer failed because nothing is at the address. */
export function isNothingHere(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    (error.code === "records.not-found" || error.code === "core.bad-id" || error.code === "records.bad-input")
  );
}
