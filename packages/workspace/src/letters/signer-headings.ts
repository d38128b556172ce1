// What columns of a signers' table are called in the languages of the program.
import { folded } from "../imports/mapping.ts";

const headings = {
  name: "organisation organization name organisationname organizationname signatory nom nomdelorganisation organizacion nombre المنظمة الاسم اسمالمنظمة",
  country: "country pays pais البلد الدولة",
  domain: "domain website web site siteweb sitio sitioweb url الموقع",
  aliases: "aliases acronym othernames sigle sigla alias الاسمالمختصر",
  visibility: "visibility shown howshown visibilite visibilidad الظهور",
  actedBy: "person contactperson signedby representative personne persona الشخص",
  actedAs: "position role function fonction cargo المنصب",
  contact: "email mail contact courriel correo البريد",
} as const;

/** `Name (ar)`, `Organisation [ko]`: the same organisation in another language or script, of which the heading says the tag. */
export function nameHeadings(given: readonly string[]): ReadonlyMap<string, string> {
  const keys = headings.name.split(" ").map(keyOf);
  const pattern = /^([^()[\]]{1,60})[([]([a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3})[)\]]$/i;
  const tagged = given.flatMap((heading): readonly (readonly [string, string])[] => {
    const [, name = "", tag = ""] = pattern.exec(heading.trim()) ?? [];
    return keys.includes(keyOf(name)) ? [[heading, tag]] : [];
  });
  return new Map(tagged);
}

function keyOf(text: string): string {
  return folded(text).replaceAll(/[\s\-_.'’]/g, "");
}

export type SignerField = keyof typeof headings;
const fields = Object.keys(headings) as readonly SignerField[];

/** Field to heading: what was said, else the first heading that is called so. */
export function headingFields(
  given: readonly string[],
  said: Readonly<Partial<Record<SignerField, string>>>,
): Readonly<Partial<Record<SignerField, string>>> {
  const found = fields.flatMap((field): readonly (readonly [SignerField, string])[] => {
    const names = headings[field].split(" ").map(keyOf);
    const heading = said[field] ?? given.find((each) => names.includes(keyOf(each)));
    return heading === undefined || !given.includes(heading) ? [] : [[field, heading]];
  });
  return Object.fromEntries(found);
}
