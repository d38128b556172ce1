// Direction of writing by language and script. Our own list: the platform's says that Dhivehi runs left to right.

export type Direction = "ltr" | "rtl";

const rightToLeftScripts: ReadonlySet<string> = new Set(
  "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split(" "),
);

const rightToLeftLanguages: ReadonlySet<string> = new Set(
  (
    "ar arc arz azb bal bqi brh ckb dv fa glk haz he iw ji khw ks lrc luz mzn nqo pnb prs ps " +
    "rhg sd sdh skr syr ug ur yi"
  ).split(" "),
);

/** Direction of `locale` (BCP 47). A script subtag decides before the language: `az-Arab` is right to left. */
export function directionOf(locale: string): Direction {
  const [language = "", ...subtags] = locale.split("-");
  const script = subtags.find((subtag) => /^[A-Za-z]{4}$/.test(subtag));
  if (script !== undefined) {
    const titled = script.charAt(0).toUpperCase() + script.slice(1).toLowerCase();
    return rightToLeftScripts.has(titled) ? "rtl" : "ltr";
  }
  return rightToLeftLanguages.has(language.toLowerCase()) ? "rtl" : "ltr";
}
