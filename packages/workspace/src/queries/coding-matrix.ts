import { code, integer, link, query, RecordsError } from "@tocsin/records";
import { codeFamilies, type CodeFamily } from "@tocsin/voices";
import { codedMatrix, type CodedMatrix } from "../voices/coded-matrix.ts";
import { hideSmallCells } from "../voices/hide-small-cells.ts";
import { stateOf } from "../state-of.ts";

export interface CodingMatrix extends CodedMatrix {
  readonly rowFamily: CodeFamily;
  readonly columnFamily: CodeFamily;
}

/**
 * Risks by practices unless other families are said, by distinct contributors; with `group`, only those of whom that code tells.
 * With `threshold` as it would leave: small numbers are null. Throws `records.not-found`, `records.bad-input` for both at once.
 */
export const codingMatrix = query(
  "coding.matrix",
  {
    questionnaire: link("questionnaire", { required: true }),
    rows: code("codeFamilies"),
    columns: code("codeFamilies"),
    group: link("codebookCode"),
    threshold: integer(),
  },
  async (view, { questionnaire, rows, columns, group, threshold = 1 }): Promise<CodingMatrix> => {
    await stateOf(view, questionnaire, "questionnaire");
    // One matrix of everybody and one of a group tell by their difference whatever each of them hides.
    if (group !== undefined && threshold > 1)
      throw new RecordsError("records.bad-input", "Cannot ask: what leaves has its groups in every cell", {
        details: { field: "group" },
      });
    const [rowFamily, columnFamily] = [familyOf(rows, "risk"), familyOf(columns, "practice")];
    const matrix = await codedMatrix(view, {
      questionnaire,
      rows: rowFamily,
      columns: columnFamily,
      ...(group === undefined ? {} : { group }),
    });
    return {
      ...(threshold > 1 ? hideSmallCells(matrix, threshold) : matrix),
      rowFamily,
      columnFamily,
    };
  },
);

function familyOf(code: string | undefined, otherwise: CodeFamily): CodeFamily {
  return codeFamilies.find((each) => each === code) ?? otherwise;
}
