// Korean, begun: read when somebody chooses it (`loadCatalogue`). What it lacks is said in English.
import casefile from "./messages/ko/casefile.json" with { type: "json" };
import common from "./messages/ko/common.json" with { type: "json" };
import countries from "./messages/ko/countries.json" with { type: "json" };
import custody from "./messages/ko/custody.json" with { type: "json" };
import desk from "./messages/ko/desk.json" with { type: "json" };
import first from "./messages/ko/first.json" with { type: "json" };
import library from "./messages/ko/library.json" with { type: "json" };
import lists from "./messages/ko/lists.json" with { type: "json" };
import meta from "./messages/ko/meta.json" with { type: "json" };
import pictures from "./messages/ko/pictures.json" with { type: "json" };
import records from "./messages/ko/records.json" with { type: "json" };
import tables from "./messages/ko/tables.json" with { type: "json" };
import terms from "./messages/ko/terms.json" with { type: "json" };
import vault from "./messages/ko/vault.json" with { type: "json" };
import type { Catalogue } from "./catalogue.ts";

export const korean: Catalogue = {
  ...casefile,
  ...common,
  ...countries,
  ...custody,
  ...desk,
  ...first,
  ...library,
  ...lists,
  ...meta,
  ...pictures,
  ...records,
  ...tables,
  ...terms,
  ...vault,
};
