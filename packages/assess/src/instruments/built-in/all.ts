// The instruments that come with the program: loaded when somebody rates, not when the program starts. A new version is a
// file beside the old one, which stays: answers keep the version that they were given to.
import aiApplications from "./ai-applications.json" with { type: "json" };
import antiSlappLaw from "./anti-slapp-law.json" with { type: "json" };
import biometricSystem from "./biometric-system.json" with { type: "json" };
import childDefenders from "./child-defenders.json" with { type: "json" };
import communityOperators from "./community-operators.json" with { type: "json" };
import encryptionAnonymity from "./encryption-anonymity.json" with { type: "json" };
import nationalImplementation from "./national-implementation.json" with { type: "json" };
import networkOrder from "./network-order.json" with { type: "json" };
import openAccess from "./open-access.json" with { type: "json" };
import platformProtection from "./platform-protection.json" with { type: "json" };
import platformStateOrders from "./platform-state-orders.json" with { type: "json" };
import slappScreening from "./slapp-screening.json" with { type: "json" };
import surveillanceMeasure from "./surveillance-measure.json" with { type: "json" };
import surveillanceRemedies from "./surveillance-remedies.json" with { type: "json" };
import technologyTransfer from "./technology-transfer.json" with { type: "json" };
import transnationalHost from "./transnational-host.json" with { type: "json" };
import vendorDueDiligence from "./vendor-due-diligence.json" with { type: "json" };
import womenDefenders from "./women-defenders.json" with { type: "json" };

export const builtInData: readonly unknown[] = [
  aiApplications,
  antiSlappLaw,
  biometricSystem,
  childDefenders,
  communityOperators,
  encryptionAnonymity,
  nationalImplementation,
  networkOrder,
  openAccess,
  platformProtection,
  platformStateOrders,
  slappScreening,
  surveillanceMeasure,
  surveillanceRemedies,
  technologyTransfer,
  transnationalHost,
  vendorDueDiligence,
  womenDefenders,
];
