// What a kind's page shows before its fields. Everything else of a record is drawn from its definition: here, and nowhere
// else, stands which kinds have a part of their own, and which commands that part offers itself.
import { Suspense, type ComponentType } from "react";
import { later } from "../../parts/later.ts";
import { Waiting } from "../../parts/waiting.tsx";
import type { SpecialProps } from "./special-props.ts";

interface Special {
  readonly Part: ComponentType<SpecialProps>;
  /** Commands that the part has where they belong; the page does not offer them a second time. */
  readonly offers?: readonly string[];
}

const parts: Readonly<Record<string, Special>> = {
  proceeding: {
    Part: later(async () => (await import("./proceeding/proceeding-part.tsx")).ProceedingPart),
  },
  action: { Part: later(async () => (await import("./action-part.tsx")).ActionPart) },
  measure: { Part: later(async () => (await import("./measure-part.tsx")).MeasurePart) },
  person: { Part: later(async () => (await import("./somebody/somebody-part.tsx")).SomebodyPart) },
  organisation: { Part: later(async () => (await import("./somebody/somebody-part.tsx")).SomebodyPart) },
  release: { Part: later(async () => (await import("./release-part.tsx")).ReleasePart) },
  recommendation: {
    Part: later(async () => (await import("./recommendation-part.tsx")).RecommendationPart),
  },
  commitment: { Part: later(async () => (await import("./commitment-part.tsx")).CommitmentPart) },
  task: { Part: later(async () => (await import("./task-part.tsx")).TaskPart), offers: ["task.done"] },
  source: { Part: later(async () => (await import("./source-part.tsx")).SourcePart) },
  questionnaire: { Part: later(async () => (await import("./asked-parts.tsx")).QuestionnairePart) },
  contributionAnswer: { Part: later(async () => (await import("./asked-parts.tsx")).GivenAnswerPart) },
  contribution: {
    Part: later(async () => (await import("./contribution-part.tsx")).ContributionPart),
  },
  position: {
    Part: later(async () => (await import("../../texts/position-part.tsx")).PositionPart),
    offers: ["position.keep-in"],
  },
  consent: {
    Part: later(async () => (await import("./consent-part.tsx")).ConsentPart),
    offers: ["consent.withdraw"],
  },
};

export function SpecialPart({ page }: SpecialProps) {
  const special = parts[page.kind];
  if (special === undefined) return null;
  return (
    <Suspense fallback={<Waiting error={null} />}>
      <special.Part page={page} />
    </Suspense>
  );
}

export function offersItself(kind: string, command: string): boolean {
  return parts[kind]?.offers?.includes(command) === true;
}
