import type { AssessmentPage } from "@tocsin/workspace";
import { useDesk } from "../../desk.tsx";
import { Crumbs } from "../../parts/crumbs.tsx";

/** The way back from a sheet to its assessment. */
export function SheetCrumbs({ page: { assessment, title } }: { readonly page: AssessmentPage }) {
  const { words } = useDesk();
  return (
    <Crumbs
      trail={[
        { label: words.t("kind.assessment"), to: ["assess"] },
        { label: title?.text ?? words.t("kind.assessment.one"), to: ["assessment", assessment] },
      ]}
    />
  );
}
