// Words that may weaken or strengthen a text, by language. They are data for hints and no judgement: negotiators know what a
// word is worth in their body. Sources: reference of negotiated language of this program; nobody outside has looked at them.

export interface HintWords {
  /** Verbs from the strongest to the weakest; those of one step weigh the same. */
  readonly ladder: readonly (readonly string[])[];
  /** What takes back a part of a promise. */
  readonly qualifiers: readonly string[];
}

export const hintWords: Readonly<Record<string, HintWords>> = {
  en: {
    ladder: [["demands"], ["urges", "calls upon"], ["encourages"], ["invites"], ["takes note"]],
    qualifiers: [
      "as appropriate",
      "where appropriate",
      "where applicable",
      "as applicable",
      "in accordance with national legislation",
      "in accordance with domestic law",
      "within existing resources",
    ],
  },
  fr: {
    ladder: [
      ["exige"],
      ["exhorte", "demande instamment", "engage"],
      ["encourage"],
      ["invite"],
      ["prend note"],
    ],
    qualifiers: [
      "selon qu'il convient",
      "selon qu’il convient",
      "le cas échéant",
      "s'il y a lieu",
      "s’il y a lieu",
      "conformément à la législation nationale",
      "dans les limites des ressources existantes",
    ],
  },
  es: {
    ladder: [["exige"], ["insta", "exhorta"], ["alienta"], ["invita"], ["toma nota"]],
    qualifiers: [
      "según proceda",
      "cuando proceda",
      "según corresponda",
      "de conformidad con la legislación nacional",
      "dentro de los recursos existentes",
    ],
  },
  ar: {
    ladder: [["يطالب"], ["يحث", "يهيب"], ["يشجع"], ["يدعو"], ["يحيط علما"]],
    qualifiers: ["حسب الاقتضاء", "عند الاقتضاء", "وفقا للتشريعات الوطنية", "في حدود الموارد المتاحة"],
  },
};
