// How far coders of one questionnaire agree.
import { link, query } from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { agreementOfCoders, type CodingAgreement } from "../voices/agreement-of-coders.ts";

/** Throws `records.not-found`. */
export const codingAgreement = query(
  "coding.agreement",
  {
    questionnaire: link("questionnaire", { required: true }),
    codebook: link("codebook", { required: true }),
  },
  async (view, about): Promise<CodingAgreement> => {
    await stateOf(view, about.codebook, "codebook");
    return agreementOfCoders(view, about);
  },
);
