// The templates from which a draft can be begun: what each is made of, for whom, and where its rules stand.
import { documentTemplates, type DocumentTemplate, type TemplatePart } from "@tocsin/publish";
import { query } from "@tocsin/records";

export interface OfferedTemplate extends Pick<
  DocumentTemplate,
  "name" | "version" | "audience" | "about" | "languages" | "limit" | "wordsPerMinute" | "rules"
> {
  readonly parts: readonly (Pick<TemplatePart, "name" | "heading" | "required" | "limit"> & {
    readonly from: TemplatePart["fill"]["from"];
  })[];
}

export const documentTemplateList = query(
  "document.templates",
  {},
  async (): Promise<readonly OfferedTemplate[]> =>
    documentTemplates.map(({ parts, checks: _checks, numbered: _numbered, ...template }) => ({
      ...template,
      parts: parts.map(({ name, heading, required, limit, fill }) => ({
        name,
        heading,
        required,
        limit,
        from: fill.from,
      })),
    })),
);
