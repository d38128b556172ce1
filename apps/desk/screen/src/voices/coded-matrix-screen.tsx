// Risks by practices: how many contributors tell of both. The table says it in numbers, and its ground in shades; what would leave
// can be seen before it does.
import { useState } from "react";
import type { CodingMatrix, CodingPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { ScrollPlace } from "../parts/scroll-place.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { LeaveCodes } from "./leave-codes.tsx";

const threshold = 5;

export function CodedMatrixScreen({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const [group, setGroup] = useState("");
  const [region, setRegion] = useState("");
  const [isAsItLeaves, setAsItLeaves] = useState(false);
  const { value: coding } = useQuery<CodingPage>("coding.page", {
    questionnaire: id,
    language: words.locale,
  });
  const { value: matrix, error } = useQuery<CodingMatrix>("coding.matrix", {
    questionnaire: id,
    ...(group === "" || isAsItLeaves ? {} : { group }),
    ...(isAsItLeaves ? { threshold } : {}),
  });
  if (matrix === null) return <Waiting error={error} />;
  const groups = coding?.book?.codes.filter(({ family, retired }) => family === "affected" && !retired) ?? [];
  return (
    <article className="page">
      <ToQuestionnaire id={id} />
      <h1>{words.t("voices.desk.matrix")}</h1>
      <p>{words.t("voices.desk.matrix.why")}</p>
      <div className="fields no-print">
        <label>
          <input
            type="checkbox"
            checked={isAsItLeaves}
            onChange={(event) => setAsItLeaves(event.target.checked)}
          />{" "}
          {words.t("voices.desk.as-it-leaves", { threshold })}
        </label>
        {!isAsItLeaves && (
          <SelectField
            label={words.t("codeFamilies.affected.label")}
            value={group}
            choose={setGroup}
            empty={words.t("voices.desk.everybody")}
            choices={groups.map(({ record, title }) => ({ id: record, label: title.text }))}
          />
        )}
        <SelectField
          label={words.t("contribution.region")}
          value={region}
          choose={setRegion}
          empty={words.t("voices.desk.everybody")}
          choices={matrix.regions.map(({ region: name }, at) => ({
            id: String(at),
            label: name ?? words.t("voices.desk.no-region"),
          }))}
        />
      </div>
      <output>
        {matrix.contributors === null
          ? words.t("voices.desk.hidden")
          : words.t("voices.desk.contributors", { count: matrix.contributors })}
      </output>
      <Numbers matrix={matrix} region={region === "" ? null : Number(region)} />
      <LeaveCodes questionnaire={id} />
    </article>
  );
}

function ToQuestionnaire({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const trail = [
    { label: words.t("kind.questionnaire"), to: ["list", "questionnaire"] },
    { label: words.t("kind.questionnaire.one"), to: ["questionnaire", id] },
  ];
  return <Crumbs trail={trail} />;
}

interface NumbersProps {
  readonly matrix: CodingMatrix;
  /** Its place among the regions. */
  readonly region: number | null;
}

function Numbers({ matrix, region }: NumbersProps) {
  const { words } = useDesk();
  const { rows, columns, cells } = matrix;
  const numberOf = (row: number, column: number): number | null => {
    const cell = cells[row]?.[column];
    return (region === null ? cell?.contributors : cell?.byRegion[region]) ?? null;
  };
  const most = Math.max(
    1,
    ...rows.flatMap((_, row) => columns.map((__, column) => numberOf(row, column) ?? 0)),
  );
  return (
    <ScrollPlace label={words.t("voices.desk.caption")}>
      <table className="counts coded-matrix">
        <caption>{words.t("voices.desk.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t(`codeFamilies.${matrix.rowFamily}.label`)}</th>
            {columns.map(({ code, title }) => (
              <th key={code} scope="col" lang={title.lang} dir="auto">
                {title.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, title }, row) => (
            <tr key={code}>
              <th scope="row" lang={title.lang} dir="auto">
                {title.text}
              </th>
              {columns.map((column, at) => (
                <Cell key={column.code} count={numberOf(row, at)} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPlace>
  );
}

/** The bar is the picture: as long as the number is of the largest one. */
function Cell({ count, most }: { readonly count: number | null; readonly most: number }) {
  const { words } = useDesk();
  if (count === null) return <td className="hidden-number">{words.t("voices.desk.hidden")}</td>;
  return (
    <td>
      {count}
      <span className="amount" aria-hidden="true" style={{ inlineSize: `${(100 * count) / most}%` }} />
    </td>
  );
}
