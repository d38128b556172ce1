import { code, integer, link, query } from "@tocsin/records";
import { codeFamilies, type CodeFamily } from "@tocsin/voices";
import { codedMatrix, hideSmallCells, type CodedMatrix } from "../voices/coded-matrix.ts";
import { stateOf } from "../state-of.ts";

export interface CodingMatrix extends CodedMatrix {
  readonly rowFamily: CodeFamily;
  readonly columnFamily: CodeFamily;
}

/**
 * Risks by practices unless other families are said, by distinct contributors; with `group`, only those of whom that code tells.
 * With `threshold` as it would leave: small numbers are null. Throws `records.not-found`.
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
