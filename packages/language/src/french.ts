// French: read when somebody chooses it (`loadCatalogue`). What it lacks is said in English, marked.
import countries from "./messages/fr/countries.json" with { type: "json" };
import desk from "./messages/fr/desk.json" with { type: "json" };
import first from "./messages/fr/first.json" with { type: "json" };
import meta from "./messages/fr/meta.json" with { type: "json" };
import type { Catalogue } from "./catalogue.ts";

export const french: Catalogue = {
  ...meta,
  ...first,
  ...countries,
  ...desk,
};
