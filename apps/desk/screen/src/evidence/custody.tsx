// Who obtained it, when, how, under which consent; its hash; and where it still lies outside the vault.
import { useId } from "react";
import type { RecordPage } from "@tocsin/workspace";
import { Part } from "../beside/part.tsx";
import { kindNamed, useDesk } from "../desk.tsx";
import { ValueReading } from "../fields/field-reading.tsx";
import { codeLabel } from "../words/labels.ts";
import { momentWords } from "../words/date-words.ts";
import { sizeWords } from "../words/amounts.ts";

/** Of working copies, of what is only described, and of files with a sign: no other evidence lacks them. */
const onlyWhereSaid: readonly string[] = [
  "parent",
  "copyKind",
  "copyHow",
  "copyBy",
  "described",
  "description",
  "looksLike",
  "signs",
  "signedFiles",
];

const custodyFields: readonly string[] = [
  ...onlyWhereSaid,
  "obtainedHow",
  "obtainedBy",
  "obtainedWhen",
  "consentText",
  "consent",
  "added",
  "sha256",
];

export function Custody({ page }: { readonly page: RecordPage }) {
  const { words, definitions } = useDesk();
  const fields = kindNamed(definitions, page.kind)?.form.fields ?? [];
  const { original, size } = page.values;
  const title = useId();
  return (
    <Part className="card" labelledBy={title}>
      <h2 id={title}>{words.t("evidence.custody")}</h2>
      <dl className="face">
        {custodyFields.flatMap((name) => {
          const field = fields.find((each) => each.name === name);
          const value = page.values[name];
          if (field === undefined || (value === undefined && onlyWhereSaid.includes(name))) return [];
          return [
            <dt key={`${name}-term`}>{words.t(field.label)}</dt>,
            <dd key={name} className={value === undefined ? "waits" : ""}>
              {value === undefined ? (
                words.t("desk.evidence.not-said")
              ) : (
                <ValueReading field={field} value={value} labels={page.labels} />
              )}
            </dd>,
          ];
        })}
        {typeof size === "number" && (
          <>
            <dt>{words.t("evidence.size")}</dt>
            <dd>{sizeWords(words, size)}</dd>
          </>
        )}
        {page.values["described"] === undefined && (
          <>
            <dt>{words.t("evidence.verifiedAs")}</dt>
            <dd>
              <Fixity page={page} />
            </dd>
          </>
        )}
      </dl>
      {typeof original === "string" && (
        <p className="in-clear">{words.t("desk.evidence.in-clear", { path: original })}</p>
      )}
    </Part>
  );
}

/** Whether the bytes were hashed again, when, and what that gave. */
function Fixity({ page }: { readonly page: RecordPage }) {
  const { words } = useDesk();
  const { verified, verifiedAs } = page.values;
  if (typeof verified !== "string" || typeof verifiedAs !== "string")
    return <span className="waits">{words.t("desk.evidence.not-verified")}</span>;
  return (
    <span className={verifiedAs === "intact" ? "verified" : "danger"}>
      <span>{codeLabel(words, "fixity", verifiedAs)}</span> · {momentWords(words, verified)}
    </span>
  );
}
