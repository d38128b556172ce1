// Everybody who signed, with what each waits for; a name leads to what was checked of it.
import { useState } from "react";
import type { LetterPage, SignatureLine } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { rungWords, standingWords } from "./signer-words.ts";

const atOnce = 50;
const standings = ["stands", "waiting", "ask-again", "merged", "refused", "withdrawn"] as const;

export function SignersList({ page }: { readonly page: LetterPage }) {
  const { words } = useDesk();
  const [wanted, setWanted] = useState("");
  const [shown, setShown] = useState(atOnce);
  const all = page.signatures.filter(({ standing }) => wanted === "" || standing === wanted);
  const title = words.t("letters.desk.signers", { count: page.signatures.length });
  return (
    <section aria-labelledby="signers-title">
      <h2 id="signers-title">{title}</h2>
      <div className="no-print">
        <SelectField
          label={words.t("letters.desk.standing")}
          value={wanted}
          empty={words.t("letters.desk.standing.all")}
          choices={standings.flatMap((each) =>
            page.standing[each] === 0
              ? []
              : [
                  {
                    id: each,
                    label: words.t("letters.desk.standing.count", {
                      what: standingWords(words, each),
                      count: page.standing[each],
                    }),
                  },
                ],
          )}
          choose={(standing) => {
            setWanted(standing);
            setShown(atOnce);
          }}
        />
      </div>
      {all.length === 0 ? (
        <p className="empty">{words.t("kind.signature.empty")}</p>
      ) : (
        <SignersTable page={page} signatures={all.slice(0, shown)} caption={title} />
      )}
      {all.length > shown && (
        <p className="actions no-print">
          <span className="note">{words.t("desk.list.shown", { shown, count: all.length })}</span>
          <Action quiet onPress={() => setShown((last) => last + 4 * atOnce)}>
            {words.t("action.show-more")}
          </Action>
        </p>
      )}
    </section>
  );
}

interface TableProps {
  readonly page: LetterPage;
  readonly signatures: readonly SignatureLine[];
  readonly caption: string;
}

function SignersTable({ page: { letter }, signatures, caption }: TableProps) {
  const { words } = useDesk();
  return (
    <div className="scroll">
      <table className="records signers">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {[
              "letters.out.column.name",
              "signature.country",
              "signature.visibility",
              "letters.out.column.verified",
              "letters.desk.standing",
            ].map((key) => (
              <th key={key} scope="col">
                {words.t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {signatures.map(({ record, names, country, visibility, verified, standing }) => (
            <tr key={record}>
              <th scope="row">
                <a href={addressOf("letter", letter, "signer", record)}>
                  <bdi lang={names[0]?.lang}>{names[0]?.text}</bdi>
                </a>
                {names.slice(1).map(({ text, lang }) => (
                  <small key={text}>
                    <bdi lang={lang}>{text}</bdi>
                  </small>
                ))}
              </th>
              <td data-label={words.t("signature.country")}>
                {country === null ? "—" : codeLabel(words, "countries", country)}
              </td>
              <td data-label={words.t("signature.visibility")}>
                {codeLabel(words, "signatureVisibility", visibility)}
              </td>
              <td data-label={words.t("letters.out.column.verified")}>{rungWords(words, verified)}</td>
              <td data-label={words.t("letters.desk.standing")}>{standingWords(words, standing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
