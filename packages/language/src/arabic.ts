// Arabic: read when somebody chooses it (`loadCatalogue`).
import acts from "./messages/ar/acts.json" with { type: "json" };
import anchors from "./messages/ar/anchors.json" with { type: "json" };
import assessing from "./messages/ar/assessing.json" with { type: "json" };
import atTheDesk from "./messages/ar/at-the-desk.json" with { type: "json" };
import beside from "./messages/ar/beside.json" with { type: "json" };
import bundle from "./messages/ar/bundle.json" with { type: "json" };
import casefile from "./messages/ar/casefile.json" with { type: "json" };
import cli from "./messages/ar/cli.json" with { type: "json" };
import commitments from "./messages/ar/commitments.json" with { type: "json" };
import common from "./messages/ar/common.json" with { type: "json" };
import comparison from "./messages/ar/comparison.json" with { type: "json" };
import counts from "./messages/ar/counts.json" with { type: "json" };
import countries from "./messages/ar/countries.json" with { type: "json" };
import custody from "./messages/ar/custody.json" with { type: "json" };
import definitions from "./messages/ar/definitions.json" with { type: "json" };
import desk from "./messages/ar/desk.json" with { type: "json" };
import documents from "./messages/ar/documents.json" with { type: "json" };
import firstLook from "./messages/ar/first-look.json" with { type: "json" };
import first from "./messages/ar/first.json" with { type: "json" };
import formPage from "./messages/ar/form-page.json" with { type: "json" };
import library from "./messages/ar/library.json" with { type: "json" };
import letters from "./messages/ar/letters.json" with { type: "json" };
import lists from "./messages/ar/lists.json" with { type: "json" };
import manual from "./messages/ar/manual.json" with { type: "json" };
import matrix from "./messages/ar/matrix.json" with { type: "json" };
import meta from "./messages/ar/meta.json" with { type: "json" };
import motions from "./messages/ar/motions.json" with { type: "json" };
import negotiations from "./messages/ar/negotiations.json" with { type: "json" };
import texts from "./messages/ar/texts.json" with { type: "json" };
import network from "./messages/ar/network.json" with { type: "json" };
import phone from "./messages/ar/phone.json" with { type: "json" };
import rating from "./messages/ar/rating.json" with { type: "json" };
import publishing from "./messages/ar/publishing.json" with { type: "json" };
import records from "./messages/ar/records.json" with { type: "json" };
import pictures from "./messages/ar/pictures.json" with { type: "json" };
import registers from "./messages/ar/registers.json" with { type: "json" };
import report from "./messages/ar/report.json" with { type: "json" };
import resources from "./messages/ar/resources.json" with { type: "json" };
import standards from "./messages/ar/standards.json" with { type: "json" };
import special from "./messages/ar/special.json" with { type: "json" };
import tables from "./messages/ar/tables.json" with { type: "json" };
import terms from "./messages/ar/terms.json" with { type: "json" };
import vault from "./messages/ar/vault.json" with { type: "json" };
import vocabularies from "./messages/ar/vocabularies.json" with { type: "json" };
import writing from "./messages/ar/writing.json" with { type: "json" };
import voices from "./messages/ar/voices.json" with { type: "json" };
import type { Catalogue } from "./catalogue.ts";

export const arabic: Catalogue = {
  ...matrix,
  ...meta,
  ...manual,
  ...first,
  ...firstLook,
  ...common,
  ...records,
  ...publishing,
  ...vocabularies,
  ...voices,
  ...terms,
  ...casefile,
  ...comparison,
  ...counts,
  ...countries,
  ...acts,
  ...anchors,
  ...assessing,
  ...rating,
  ...commitments,
  ...standards,
  ...definitions,
  ...desk,
  ...documents,
  ...writing,
  ...atTheDesk,
  ...beside,
  ...formPage,
  ...library,
  ...lists,
  ...tables,
  ...vault,
  ...cli,
  ...registers,
  ...report,
  ...resources,
  ...phone,
  ...letters,
  ...motions,
  ...negotiations,
  ...texts,
  ...network,
  ...bundle,
  ...custody,
  ...pictures,
  ...special,
};
