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

export type SignerField = keyof typeof headings;
const fields = Object.keys(headings) as readonly SignerField[];

/** Field to heading: what was said, else the first heading that is called so. */
export function headingFields(
  given: readonly string[],
  said: Readonly<Partial<Record<SignerField, string>>>,
): Readonly<Partial<Record<SignerField, string>>> {
  const keyOf = (text: string): string => folded(text).replaceAll(/[\s\-_.'’]/g, "");
  const found = fields.flatMap((field): readonly (readonly [SignerField, string])[] => {
    const names = headings[field].split(" ").map(keyOf);
    const heading = said[field] ?? given.find((each) => names.includes(keyOf(each)));
    return heading === undefined || !given.includes(heading) ? [] : [[field, heading]];
  });
  return Object.fromEntries(found);
}
