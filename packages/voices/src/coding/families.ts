// What codes are about, and where a coding comes from.

export const codeFamilies = [
  "risk",
  "affected",
  "actor",
  "technology",
  "harm",
  "practice",
  "recommendation",
  "legal-gap",
] as const;
export type CodeFamily = (typeof codeFamilies)[number];

/** What a machine suggested counts only once a person accepted it. */
export const codingOrigins = ["person", "machine"] as const;
export type CodingOrigin = (typeof codingOrigins)[number];
