// Makes up recommendations as a JSON list, from a seed, and without anything of the program that reads them: with a number of
// items that cannot be read, and of days and countries that are none.
const subjects = ["the press", "defenders", "networks", "courts", "schools", "the police"];
const verbs = ["Protect", "Review", "Publish the rules on", "Train", "Stop putting pressure on", "Consult"];
const countries = ["Chad", "Oman", "Peru", "France", "Viet Nam", "Republic of Korea"];
const themes = ["- Right to privacy", "- Freedom of opinion and expression", "- Administration of justice"];
const bodies = ["- UPR", "- CCPR", "- CEDAW", "- CRC", "- SR Privacy"];

export interface MadeUp {
  readonly text: string;
  /** Items that are no JSON, and whole ones with one value that is none. */
  readonly broken: number;
  readonly odd: number;
}

/** One item of 97 is broken, one of 89 names a country that is none, one of 83 a day that is none. */
export function makeRecommendations(count: number): MadeUp {
  const lines: string[] = [];
  let [broken, odd] = [0, 0];
  for (let at = 1; at <= count; at += 1) {
    const pick = (from: readonly string[], step: number): string => from[(at * step) % from.length] ?? "";
    const item = JSON.stringify({
      AnnotationId: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      Symbol: `A/HRC/${at % 60}/${at % 30} (invented)`,
      Text: `${pick(verbs, 5)} ${pick(subjects, 7)}, number ${at}, as was recommended before and not done.`,
      DocumentId: String(at % 900),
      PublicationDate:
        at % 83 === 0 ? "in spring" : `20${String(10 + (at % 15))}-0${1 + (at % 9)}-1${at % 10}T00:00:00`,
      AnnotationType: "Recommendation",
      Countries: [at % 89 === 0 ? "Atlantis" : pick(countries, 11)],
      AffectedPersons: ["- Human rights defenders"],
      Themes: [pick(themes, 3), pick(themes, 4)],
      Sdgs: ["- 16"],
      Regions: ["- Africa"],
      Body: pick(bodies, 13),
    });
    const isBroken = at % 97 === 0;
    broken += isBroken ? 1 : 0;
    odd += isBroken ? 0 : Number(at % 89 === 0) + Number(at % 83 === 0);
    lines.push(isBroken ? item.slice(0, -20) : item);
  }
  return { text: `[\n${lines.join(",\n")}\n]\n`, broken, odd };
}
