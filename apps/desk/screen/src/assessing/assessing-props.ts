import type { AssessmentPage, InstrumentPage } from "@tocsin/workspace";

/** What every part of an assessment's page is given. */
export interface AssessingProps {
  readonly page: AssessmentPage;
  readonly instrument: InstrumentPage;
}
