// The terms that the organisation added, oldest first, with what it calls them.
import type { RecordId } from "@tocsin/core";
import { query, valuesOf, type LanguageText, type View } from "@tocsin/records";
import { flagIn, stringIn, textIn, textsIn } from "../values.ts";

export interface OwnTermFound {
  readonly record: RecordId;
  readonly vocabulary: string;
  readonly parent: string;
  readonly code: string;
  readonly names: readonly LanguageText[];
  readonly definition: LanguageText | null;
  readonly retired: boolean;
}

const pageSize = 100;

export const termList = query("term.list", {}, async (view): Promise<readonly OwnTermFound[]> => {
  const found: OwnTermFound[] = [];
  let after: string | null = null;
  do {
    const page = await view.list({
      kind: "term",
      order: "oldest",
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    for (const { id } of page.rows) found.push(...(await termOfRecord(view, id)));
    after = page.next;
  } while (after !== null);
  return found;
});

async function termOfRecord(view: View, record: RecordId): Promise<readonly OwnTermFound[]> {
  const state = await view.read(record);
  if (state === undefined) return [];
  const { vocabulary, parent, code, names, definition, retired } = valuesOf(state);
  const [name, above, own] = [stringIn(vocabulary), stringIn(parent), stringIn(code)];
  if (name === null || above === null || own === null) return [];
  return [
    {
      record,
      vocabulary: name,
      parent: above,
      code: own,
      names: textsIn(names),
      definition: textIn(definition),
      retired: flagIn(retired) ?? false,
    },
  ];
}
