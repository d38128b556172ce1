// A rater's sheet. What it holds is shown to whoever says that it is theirs: the program cannot know who sits here, and says so.
import { useState } from "react";
import type { AssessmentPage, InstrumentPage, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { Action, Go } from "../../parts/action.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { Sheet } from "./sheet.tsx";
import { SheetCrumbs } from "./sheet-crumbs.tsx";

interface SheetScreenProps {
  readonly rating: string;
  /** The question that it opens at; the first one that lacks something otherwise. */
  readonly question: string | null;
}

export function SheetScreen({ rating, question }: SheetScreenProps) {
  const { value, error } = useQuery<RecordPage>("record.show", { record: rating });
  const { assessment } = value?.values ?? {};
  if (value === null || typeof assessment !== "string") return <Waiting error={error} />;
  return <OfAssessment rating={rating} question={question} assessment={assessment} />;
}

interface OfAssessmentProps extends SheetScreenProps {
  readonly assessment: string;
}

function OfAssessment({ rating, question, assessment }: OfAssessmentProps) {
  const { sheets } = useDesk();
  const [own, setOwn] = useState(() => sheets.of(assessment));
  const isOwn = own === rating;
  const asked = useQuery<AssessmentPage>("assessment.page", { assessment, ...(isOwn ? { rating } : {}) });
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  if (!isOwn && page.isClosedToOthers) {
    const take = (): void => {
      sheets.take(assessment, rating);
      setOwn(rating);
    };
    return <Gate page={page} rating={rating} own={own} take={take} />;
  }
  return <WithInstrument page={page} rating={rating} question={question} />;
}

interface GateProps {
  readonly page: AssessmentPage;
  readonly rating: string;
  /** The sheet that somebody works on in this window. */
  readonly own: string | null;
  readonly take: () => void;
}

function Gate({ page, rating, own, take }: GateProps) {
  const { words } = useDesk();
  const raterOf = (id: string | null): string => page.sheets.find((each) => each.rating === id)?.rater ?? "";
  const name = raterOf(rating);
  return (
    <article className="page">
      <SheetCrumbs page={page} />
      <h1>{words.t("assess.gate", { name })}</h1>
      <div className="card gate">
        {own !== null && <p className="waits">{words.t("assess.gate.other", { name: raterOf(own) })}</p>}
        <p>{words.t("assess.gate.closed")}</p>
        <p className="note">{words.t("assess.by-screen")}</p>
        <p className="actions">
          <Action primary={own === null} onPress={take}>
            {words.t("assess.gate.mine", { name })}
          </Action>
          <Go to={["assessment", page.assessment]}>{words.t("assess.back")}</Go>
        </p>
      </div>
    </article>
  );
}

interface WithInstrumentProps extends SheetScreenProps {
  readonly page: AssessmentPage;
}

function WithInstrument({ page, rating, question }: WithInstrumentProps) {
  const { id, version } = page.instrument;
  const asked = useQuery<InstrumentPage>("instrument.show", { instrument: id, edition: version });
  if (asked.value === null) return <Waiting error={asked.error} />;
  return <Sheet page={page} instrument={asked.value} rating={rating} begin={question} />;
}
