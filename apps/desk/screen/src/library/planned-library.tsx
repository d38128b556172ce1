// What would leave, in the order in which a person decides: what changes, what leaves, what stays inside and why, what the
// rules hold back, the pages themselves; then who answers for it.
import { useState } from "react";
import type { PlannedLibrary } from "../api/contract/library.ts";
import { Reveals } from "../counts/reveals.tsx";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Earlier } from "../report/earlier.tsx";
import { ApproveLibrary } from "./approve-library.tsx";
import { HeldBack } from "./held-back.tsx";
import { LibraryChanges } from "./library-changes.tsx";
import type { ToldReasons } from "./change-reason.tsx";
import { LibraryFiles, type ChosenFiles } from "./library-files.tsx";
import { LibraryLeaves } from "./library-leaves.tsx";
import { LibraryPages, useLibraryPages } from "./library-pages.tsx";
import { LibraryStays } from "./library-stays.tsx";

interface PlanLibraryProps {
  readonly planned: PlannedLibrary;
  readonly planAgain: (again: readonly string[]) => void;
  readonly told: ToldReasons;
  readonly choice: ChosenFiles;
}

export function PlanLibrary({ planned, planAgain, told, choice }: PlanLibraryProps) {
  const { words, version } = useDesk();
  const [plannedAt] = useState(version);
  const [isBegun, setBegun] = useState(false);
  const [areNumbersAccepted, acceptNumbers] = useState(false);
  const [isEarlierAccepted, acceptEarlier] = useState(false);
  const isAccepted =
    (planned.notices.length === 0 || areNumbersAccepted) &&
    (planned.earlier.length === 0 || isEarlierAccepted);
  const pages = useLibraryPages(planned);
  // What is written by approving it is no news.
  const isOld = version !== plannedAt && !isBegun;
  return (
    <>
      {isOld && (
        <p className="actions">
          <span className="waits">{words.t("desk.library.old")}</span>
          <Action onPress={() => planAgain([])}>{words.t("desk.library.plan.again")}</Action>
        </p>
      )}
      <LibraryChanges changes={planned.changes} show={pages.show} told={told} />
      {!told.isPlanned && (
        <p className="actions">
          <span className="waits">{words.t("desk.library.reasons.new")}</span>
          <Action onPress={() => planAgain([])}>{words.t("desk.library.reasons.plan")}</Action>
        </p>
      )}
      <LibraryLeaves planned={planned} show={pages.show} />
      <LibraryFiles files={planned.files} choice={choice} planAgain={() => planAgain([])} />
      <LibraryStays planned={planned} planAgain={planAgain} />
      <HeldBack planned={planned} />
      <LibraryPages pages={pages} />
      <Reveals notices={planned.notices} isAccepted={areNumbersAccepted} accept={acceptNumbers} />
      <Earlier notices={planned.earlier} isAccepted={isEarlierAccepted} accept={acceptEarlier} />
      <ApproveLibrary
        planned={planned}
        isAccepted={isAccepted && planned.notices.length + planned.earlier.length > 0}
        isBlocked={!isAccepted || !told.isPlanned || !choice.isPlanned}
        begun={() => setBegun(true)}
      />
    </>
  );
}
