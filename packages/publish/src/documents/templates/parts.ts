// How the parts of templates are written down: short, with what most of them share left out.
import type { SectionName } from "../../report.ts";
import type { PartFill, ReportPiece, TemplatePart, TemplateRule } from "../template.ts";

type Marks = Partial<Pick<TemplatePart, "required" | "counted" | "headed" | "limit" | "help">>;

/** What people write. */
export function written(name: string, marks: Marks = {}): TemplatePart {
  return partOf(name, { from: "people" }, marks);
}

/** What the records of the case say, with room for what people add above it. */
export function told(name: string, sections: readonly ReportPiece[], marks: Marks = {}): TemplatePart {
  return partOf(name, { from: "report", sections }, marks);
}

/** One section of a report, under its own heading. */
export function section(name: SectionName, marks: Marks = {}): TemplatePart {
  return {
    ...partOf(name, { from: "report", sections: [name] }, marks),
    heading: `report.section.${name}`,
    help: "documents.help.from-records",
  };
}

export function table(name: string, of: string, marks: Marks = {}): TemplatePart {
  return partOf(name, { from: "table", table: of }, marks);
}

/** A table with sentences before it that say how to read it. */
export function explained(
  name: string,
  { table: of, keys }: { readonly table: string; readonly keys: readonly string[] },
  marks: Marks = {},
): TemplatePart {
  return partOf(name, { from: "table", table: of, keys }, marks);
}

export function fixed(name: string, keys: readonly string[], list = false): TemplatePart {
  return {
    ...partOf(name, { from: "words", keys, list }, {}),
    help: "documents.help.fixed",
  };
}

/** The annex of hashes; no rule that we know of counts it. */
export const hashes: TemplatePart = {
  ...partOf("hashes", { from: "hashes" }, { counted: false }),
  help: "documents.help.from-records",
};

function partOf(name: string, fill: PartFill, marks: Marks): TemplatePart {
  const key = `documents.part.${name}`;
  return {
    name,
    heading: `${key}.label`,
    help: `${key}.help`,
    fill,
    headed: true,
    required: false,
    counted: true,
    limit: null,
    ...marks,
  };
}

/** `checked`: the day on which somebody read it in that source, or null. */
export function rule(name: string, source: string, checked: string | null): TemplateRule {
  return { name, source, checked };
}

export const required = { required: true } as const;
export const apart = { counted: false } as const;
/** Its heading is not shown: nobody writes "The letter" above a letter. */
export const unheaded = { required: true, headed: false } as const;
