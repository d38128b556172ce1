// All that the page shows while it locks, and when nobody says that it has locked.
import type { Translator } from "@tocsin/language";
import type { LockPhase } from "./locking.ts";

interface LockedPageProps {
  readonly phase: Exclude<LockPhase, "open">;
  readonly words: Translator;
}

export function LockedPage({ phase, words }: LockedPageProps) {
  // Whoever pressed Escape three times wants nobody to read that something is locked.
  if (phase === "hiding") return <main aria-hidden="true" />;
  return (
    <main className="page narrow">
      <h1>{words.t(phase === "locking" ? "desk.lock.locking" : "desk.lock.unsure")}</h1>
      {phase === "unreachable" && <p role="alert">{words.t("desk.lock.unsure.what")}</p>}
    </main>
  );
}
