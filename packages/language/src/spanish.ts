// Spanish: read when somebody chooses it (`loadCatalogue`). What it lacks is said in English, marked.
import common from "./messages/es/common.json" with { type: "json" };
import countries from "./messages/es/countries.json" with { type: "json" };
import desk from "./messages/es/desk.json" with { type: "json" };
import first from "./messages/es/first.json" with { type: "json" };
import meta from "./messages/es/meta.json" with { type: "json" };
import records from "./messages/es/records.json" with { type: "json" };
import type { Catalogue } from "./catalogue.ts";

export const spanish: Catalogue = {
  ...meta,
  ...first,
  ...common,
  ...records,
  ...countries,
  ...desk,
};
