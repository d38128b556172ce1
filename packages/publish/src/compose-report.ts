// From released values to a report. Pure: the same input gives the same report, to the last identifier.
import { createCaseView, type CaseView } from "./case-view.ts";
import { PublishError } from "./errors.ts";
import { freeTextsOf } from "./free-texts.ts";
import type { ReportInput } from "./report-input.ts";
import { reportFormat, reportVersion, type Report, type SectionName } from "./report.ts";
import { aboutSection } from "./sections/about.ts";
import { answeredSection } from "./sections/answered.ts";
import { checkSection } from "./sections/check.ts";
import { consentsSection } from "./sections/consents.ts";
import { evidenceSection } from "./sections/evidence.ts";
import { foundSection } from "./sections/found.ts";
import { happenedSection } from "./sections/happened.ts";
import { heldAgainstSection } from "./sections/held-against.ts";
import { measuresSection } from "./sections/measures.ts";
import { notKnownSection } from "./sections/not-known.ts";
import { saidSection } from "./sections/said.ts";
import { whoSection } from "./sections/who.ts";
import { numberSection, type BlockDraft } from "./sentence.ts";
import { strikeInput } from "./strike-input.ts";
import { struckName } from "./withheld-names.ts";

const sections: readonly (readonly [SectionName, (view: CaseView) => readonly BlockDraft[]])[] = [
  ["about", aboutSection],
  ["happened", happenedSection],
  ["found", foundSection],
  ["evidence", evidenceSection],
  ["who", whoSection],
  ["measures", measuresSection],
  ["answered", answeredSection],
  ["said", saidSection],
  ["held-against", heldAgainstSection],
  ["not-known", notKnownSection],
  ["consents", consentsSection],
  ["check", checkSection],
];

/** Left out where there is nothing to say in them. */
const added: ReadonlySet<SectionName> = new Set(["measures", "answered", "said"]);

/**
 * Throws `publish.input` where the input contradicts itself, `core.bad-date` for a malformed date, and
 * `publish.leak` where a name that must be withheld would still have been in the report.
 */
export function composeReport(given: ReportInput): Report {
  const { input, struck, finder } = strikeInput(given);
  const view = createCaseView(input, struck);
  const { language, madeAt, tool, release } = input;
  const report: Report = {
    format: reportFormat,
    version: reportVersion,
    header: { language, madeAt, tool, release, case: input.case },
    sections: sections
      .map(([name, section]) => numberSection(name, section(view)))
      .filter(({ name, blocks }) => blocks.length > 0 || !added.has(name)),
  };
  // Striking went by fields; this looks at what came out, whatever the field.
  for (const text of freeTextsOf(report))
    if (finder.has(text.replaceAll(struckName, " ")))
      throw new PublishError("publish.leak", "Cannot compose report: a withheld name is still in it");
  return report;
}
