import { link, links, query } from "@tocsin/records";
import { draftOf } from "../documents/draft.ts";
import { quoteRules } from "../documents/quote-rules.ts";
import { supportGround, supportOf, type ClaimSupport } from "../voices/claim-support.ts";

/** What the notes of one sentence lead to, as it stands inside. Throws `records.not-found`, `workspace.no-template`. */
export const claimSupport = query(
  "claim.support",
  { document: link("document", { required: true }), records: links("any") },
  async (view, { document, records = [] }, { now }): Promise<ClaimSupport> => {
    const rules = quoteRules(await draftOf(view, document), now());
    return supportOf(view, records, {
      ground: await supportGround(view),
      rules,
      readAgainst: (ids) => view.glance(ids),
    });
  },
);
