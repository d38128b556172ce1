// English, the source locale: loaded with the program.
import acts from "./messages/en/acts.json" with { type: "json" };
import anchors from "./messages/en/anchors.json" with { type: "json" };
import assessing from "./messages/en/assessing.json" with { type: "json" };
import atTheDesk from "./messages/en/at-the-desk.json" with { type: "json" };
import beside from "./messages/en/beside.json" with { type: "json" };
import bundle from "./messages/en/bundle.json" with { type: "json" };
import casefile from "./messages/en/casefile.json" with { type: "json" };
import cli from "./messages/en/cli.json" with { type: "json" };
import commitments from "./messages/en/commitments.json" with { type: "json" };
import common from "./messages/en/common.json" with { type: "json" };
import comparison from "./messages/en/comparison.json" with { type: "json" };
import counts from "./messages/en/counts.json" with { type: "json" };
import countries from "./messages/en/countries.json" with { type: "json" };
import custody from "./messages/en/custody.json" with { type: "json" };
import definitions from "./messages/en/definitions.json" with { type: "json" };
import desk from "./messages/en/desk.json" with { type: "json" };
import documents from "./messages/en/documents.json" with { type: "json" };
import firstLook from "./messages/en/first-look.json" with { type: "json" };
import first from "./messages/en/first.json" with { type: "json" };
import formPage from "./messages/en/form-page.json" with { type: "json" };
import library from "./messages/en/library.json" with { type: "json" };
import letters from "./messages/en/letters.json" with { type: "json" };
import lists from "./messages/en/lists.json" with { type: "json" };
import manual from "./messages/en/manual.json" with { type: "json" };
import matrix from "./messages/en/matrix.json" with { type: "json" };
import meta from "./messages/en/meta.json" with { type: "json" };
import motions from "./messages/en/motions.json" with { type: "json" };
import negotiations from "./messages/en/negotiations.json" with { type: "json" };
import texts from "./messages/en/texts.json" with { type: "json" };
import network from "./messages/en/network.json" with { type: "json" };
import phone from "./messages/en/phone.json" with { type: "json" };
import rating from "./messages/en/rating.json" with { type: "json" };
import publishing from "./messages/en/publishing.json" with { type: "json" };
import records from "./messages/en/records.json" with { type: "json" };
import pictures from "./messages/en/pictures.json" with { type: "json" };
import registers from "./messages/en/registers.json" with { type: "json" };
import report from "./messages/en/report.json" with { type: "json" };
import resources from "./messages/en/resources.json" with { type: "json" };
import standards from "./messages/en/standards.json" with { type: "json" };
import special from "./messages/en/special.json" with { type: "json" };
import tables from "./messages/en/tables.json" with { type: "json" };
import terms from "./messages/en/terms.json" with { type: "json" };
import vault from "./messages/en/vault.json" with { type: "json" };
import vocabularies from "./messages/en/vocabularies.json" with { type: "json" };
import writing from "./messages/en/writing.json" with { type: "json" };
import voices from "./messages/en/voices.json" with { type: "json" };
import type { Catalogue } from "./catalogue.ts";

export const english: Catalogue = {
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
