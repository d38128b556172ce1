// The technologies that the resolution and what was written about it speak of: as a vocabulary, and what the name of an act
// or of a measure says of one already.
import { pathOf } from "@tocsin/records";
import { vocabulary } from "./mapping.ts";

export const technologies = vocabulary({
  name: "technologies",
  terms: {
    ai: "no-list",
    "ai.synthetic": "no-list",
    biometrics: "no-list",
    "biometrics.face": "no-list",
    spyware: "no-list",
    interception: "no-list",
    location: "no-list",
    extraction: "no-list",
    drones: "no-list",
    identity: "no-list",
    network: "no-list",
    "network.shutdown": "no-list",
    "network.throttling": "no-list",
    "network.filtering": "no-list",
    connectivity: "no-list",
    encryption: "no-list",
    platforms: "no-list",
    other: "no-list",
  },
});

/** Only where the name itself says which technology it is. */
const named: Readonly<Record<"acts" | "measureKinds", Readonly<Record<string, string>>>> = {
  acts: {
    spyware: "spyware",
    "surveillance.interception": "interception",
    "surveillance.location": "location",
    "surveillance.face-recognition": "biometrics.face",
    "surveillance.biometric": "biometrics",
    "surveillance.following.drone": "drones",
    "network.shutdown": "network.shutdown",
    "network.throttling": "network.throttling",
    "network.site-blocking": "network.filtering",
    "network.service-blocking": "network.filtering",
    "harassment.intimate-image.synthetic": "ai.synthetic",
    "disinformation.synthetic": "ai.synthetic",
  },
  measureKinds: {
    "law.encryption": "encryption",
    "law.identity": "identity",
    "deployment.biometric": "biometrics",
    "deployment.spyware": "spyware",
    "deployment.interception": "interception",
    "deployment.filtering": "network.filtering",
    "restriction.shutdown": "network.shutdown",
    "restriction.blocking": "network.filtering",
    "access.community": "connectivity",
  },
};

/** Codes of `technologies` that these codes say by themselves; none for one that says nothing of any. */
export function technologiesNamedBy(of: keyof typeof named, codes: readonly string[]): readonly string[] {
  const found = codes.flatMap((code) =>
    pathOf(code)
      .flatMap((above) => named[of][above] ?? [])
      .slice(0, 1),
  );
  return [...new Set(found)];
}
