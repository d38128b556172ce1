import { link, query } from "@tocsin/records";
import { custodyOf, type OpenCustody } from "../custody/custody.ts";

/** Everything that happened to a piece of evidence, for whoever works inside the vault: nothing leaves by it. */
export const custodySheet = query(
  "custody.sheet",
  { evidence: link("evidence", { required: true }) },
  (view, { evidence }): Promise<OpenCustody> => custodyOf(view, evidence),
);
