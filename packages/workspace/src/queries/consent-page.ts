import { link, query, valuesOf } from "@tocsin/records";
import { consentRows, type ConsentRow } from "../consent-rows.ts";
import { readNewest } from "../pictures/read-newest.ts";
import { stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";

const atMost = 300;

/** How one consent stands, among those of the same person or organisation: a withdrawal there counts here. */
export const consentPage = query(
  "consent.page",
  { consent: link("consent", { required: true }) },
  async (view, { consent }, { registry, now }): Promise<ConsentRow | null> => {
    const state = await stateOf(view, consent, "consent");
    const { person, organisation } = valuesOf(state);
    const field = linkIn(person) === null ? "organisation" : "person";
    const whose = linkIn(person) ?? linkIn(organisation);
    const own =
      whose === null ? [] : (await readNewest(view, whose, { kind: "consent", field, atMost })).states;
    const others = own.filter(({ id }) => id !== consent);
    return consentRows(registry, [state, ...others], now())[0] ?? null;
  },
);
