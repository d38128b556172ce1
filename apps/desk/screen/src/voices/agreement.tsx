// How far coders agree, or that too little was coded by two to say so.
import type { CodingAgreement } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Waiting } from "../parts/waiting.tsx";

interface AgreementProps {
  readonly questionnaire: string;
  readonly codebook: string;
}

export function Agreement({ questionnaire, codebook }: AgreementProps) {
  const { words } = useDesk();
  const { value, error } = useQuery<CodingAgreement>("coding.agreement", { questionnaire, codebook });
  if (value === null) return <Waiting error={error} />;
  const { alpha, answers, fewest, families } = value;
  const said = (number: number): string =>
    new Intl.NumberFormat(words.locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(
      number,
    );
  return (
    <section className="card" aria-label={words.t("voices.desk.agreement")}>
      <h2>{words.t("voices.desk.agreement")}</h2>
      {alpha === null ? (
        <p>{words.t("voices.desk.insufficient", { answers, fewest })}</p>
      ) : (
        <>
          <p>{words.t("voices.desk.alpha", { alpha: said(alpha), answers })}</p>
          <ul className="plain">
            {families.flatMap(({ family, alpha: own }) =>
              own === null
                ? []
                : [<li key={family}>{`${words.t(`codeFamilies.${family}.label`)}: ${said(own)}`}</li>],
            )}
          </ul>
        </>
      )}
    </section>
  );
}
