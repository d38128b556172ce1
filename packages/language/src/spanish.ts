// Spanish, complete: read when somebody chooses it (`loadCatalogue`).
import acts from "./messages/es/acts.json" with { type: "json" };
import anchors from "./messages/es/anchors.json" with { type: "json" };
import assessing from "./messages/es/assessing.json" with { type: "json" };
import atTheDesk from "./messages/es/at-the-desk.json" with { type: "json" };
import beside from "./messages/es/beside.json" with { type: "json" };
import bundle from "./messages/es/bundle.json" with { type: "json" };
import casefile from "./messages/es/casefile.json" with { type: "json" };
import cli from "./messages/es/cli.json" with { type: "json" };
import commitments from "./messages/es/commitments.json" with { type: "json" };
import common from "./messages/es/common.json" with { type: "json" };
import countries from "./messages/es/countries.json" with { type: "json" };
import comparison from "./messages/es/comparison.json" with { type: "json" };
import counts from "./messages/es/counts.json" with { type: "json" };
import custody from "./messages/es/custody.json" with { type: "json" };
import definitions from "./messages/es/definitions.json" with { type: "json" };
import desk from "./messages/es/desk.json" with { type: "json" };
import documents from "./messages/es/documents.json" with { type: "json" };
import firstLook from "./messages/es/first-look.json" with { type: "json" };
import first from "./messages/es/first.json" with { type: "json" };
import formPage from "./messages/es/form-page.json" with { type: "json" };
import library from "./messages/es/library.json" with { type: "json" };
import letters from "./messages/es/letters.json" with { type: "json" };
import lists from "./messages/es/lists.json" with { type: "json" };
import manual from "./messages/es/manual.json" with { type: "json" };
import matrix from "./messages/es/matrix.json" with { type: "json" };
import meta from "./messages/es/meta.json" with { type: "json" };
import motions from "./messages/es/motions.json" with { type: "json" };
import negotiations from "./messages/es/negotiations.json" with { type: "json" };
import texts from "./messages/es/texts.json" with { type: "json" };
import network from "./messages/es/network.json" with { type: "json" };
import phone from "./messages/es/phone.json" with { type: "json" };
import pictures from "./messages/es/pictures.json" with { type: "json" };
import rating from "./messages/es/rating.json" with { type: "json" };
import publishing from "./messages/es/publishing.json" with { type: "json" };
import records from "./messages/es/records.json" with { type: "json" };
import registers from "./messages/es/registers.json" with { type: "json" };
import report from "./messages/es/report.json" with { type: "json" };
import resources from "./messages/es/resources.json" with { type: "json" };
import standards from "./messages/es/standards.json" with { type: "json" };
import special from "./messages/es/special.json" with { type: "json" };
import tables from "./messages/es/tables.json" with { type: "json" };
import terms from "./messages/es/terms.json" with { type: "json" };
import vault from "./messages/es/vault.json" with { type: "json" };
import vocabularies from "./messages/es/vocabularies.json" with { type: "json" };
import writing from "./messages/es/writing.json" with { type: "json" };
import voices from "./messages/es/voices.json" with { type: "json" };
import type { Catalogue } from "./catalogue.ts";

export const spanish: Catalogue = {
  ...matrix,
  ...meta,
  ...manual,
  ...first,
  ...firstLook,
  ...common,
  ...records,
  ...publishing,
  ...casefile,
  ...vocabularies,
  ...voices,
  ...terms,
  ...definitions,
  ...acts,
  ...countries,
  ...commitments,
  ...standards,
  ...desk,
  ...documents,
  ...writing,
  ...atTheDesk,
  ...beside,
  ...formPage,
  ...library,
  ...lists,
  ...pictures,
  ...special,
  ...tables,
  ...vault,
  ...anchors,
  ...assessing,
  ...rating,
  ...phone,
  ...letters,
  ...motions,
  ...negotiations,
  ...texts,
  ...network,
  ...custody,
  ...comparison,
  ...counts,
  ...registers,
  ...report,
  ...resources,
  ...bundle,
  ...cli,
};
