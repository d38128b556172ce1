// French, complete: read when somebody chooses it (`loadCatalogue`).
import acts from "./messages/fr/acts.json" with { type: "json" };
import anchors from "./messages/fr/anchors.json" with { type: "json" };
import assessing from "./messages/fr/assessing.json" with { type: "json" };
import atTheDesk from "./messages/fr/at-the-desk.json" with { type: "json" };
import beside from "./messages/fr/beside.json" with { type: "json" };
import bundle from "./messages/fr/bundle.json" with { type: "json" };
import casefile from "./messages/fr/casefile.json" with { type: "json" };
import cli from "./messages/fr/cli.json" with { type: "json" };
import commitments from "./messages/fr/commitments.json" with { type: "json" };
import common from "./messages/fr/common.json" with { type: "json" };
import countries from "./messages/fr/countries.json" with { type: "json" };
import comparison from "./messages/fr/comparison.json" with { type: "json" };
import counts from "./messages/fr/counts.json" with { type: "json" };
import custody from "./messages/fr/custody.json" with { type: "json" };
import definitions from "./messages/fr/definitions.json" with { type: "json" };
import desk from "./messages/fr/desk.json" with { type: "json" };
import documents from "./messages/fr/documents.json" with { type: "json" };
import firstLook from "./messages/fr/first-look.json" with { type: "json" };
import first from "./messages/fr/first.json" with { type: "json" };
import formPage from "./messages/fr/form-page.json" with { type: "json" };
import library from "./messages/fr/library.json" with { type: "json" };
import letters from "./messages/fr/letters.json" with { type: "json" };
import lists from "./messages/fr/lists.json" with { type: "json" };
import manual from "./messages/fr/manual.json" with { type: "json" };
import matrix from "./messages/fr/matrix.json" with { type: "json" };
import meta from "./messages/fr/meta.json" with { type: "json" };
import motions from "./messages/fr/motions.json" with { type: "json" };
import negotiations from "./messages/fr/negotiations.json" with { type: "json" };
import texts from "./messages/fr/texts.json" with { type: "json" };
import network from "./messages/fr/network.json" with { type: "json" };
import phone from "./messages/fr/phone.json" with { type: "json" };
import pictures from "./messages/fr/pictures.json" with { type: "json" };
import rating from "./messages/fr/rating.json" with { type: "json" };
import publishing from "./messages/fr/publishing.json" with { type: "json" };
import records from "./messages/fr/records.json" with { type: "json" };
import registers from "./messages/fr/registers.json" with { type: "json" };
import report from "./messages/fr/report.json" with { type: "json" };
import resources from "./messages/fr/resources.json" with { type: "json" };
import standards from "./messages/fr/standards.json" with { type: "json" };
import special from "./messages/fr/special.json" with { type: "json" };
import tables from "./messages/fr/tables.json" with { type: "json" };
import terms from "./messages/fr/terms.json" with { type: "json" };
import vault from "./messages/fr/vault.json" with { type: "json" };
import vocabularies from "./messages/fr/vocabularies.json" with { type: "json" };
import writing from "./messages/fr/writing.json" with { type: "json" };
import voices from "./messages/fr/voices.json" with { type: "json" };
import type { Catalogue } from "./catalogue.ts";

export const french: Catalogue = {
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
  ...definitions,
  ...acts,
  ...casefile,
  ...comparison,
  ...counts,
  ...countries,
  ...anchors,
  ...assessing,
  ...rating,
  ...commitments,
  ...standards,
  ...desk,
  ...documents,
  ...writing,
  ...atTheDesk,
  ...beside,
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
  ...formPage,
  ...library,
  ...lists,
  ...pictures,
  ...special,
};
