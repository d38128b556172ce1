// Which States a text of a group of States is for, by ISO 3166-1 codes.

export type GroupOfStates = "eu-directive" | "council-of-europe";

/** Common knowledge that nobody here held against the organisations' own lists. */
const members: Readonly<Record<GroupOfStates, ReadonlySet<string>>> = {
  // The members of the European Union without Denmark, which the directive does not bind.
  "eu-directive": new Set(
    "AT BE BG CY CZ DE EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
  ),
  "council-of-europe": new Set(
    (
      "AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO " +
      "PL PT RO RS SE SI SK SM TR UA"
    ).split(" "),
  ),
};

export function isMember(group: GroupOfStates, country: string): boolean {
  return members[group].has(country);
}
