// Codes to begin with, in the languages of the program. They are ours: a consultation changes them as it reads.
import type { CodeFamily } from "./families.ts";

export interface StarterCode {
  readonly family: CodeFamily;
  readonly title: { readonly text: string; readonly lang: string };
}

type Row = readonly [CodeFamily, en: string, ar: string, es: string, fr: string];

const rows: readonly Row[] = [
  [
    "risk",
    "Watched or followed online",
    "مراقبة أو تعقّب على الإنترنت",
    "Vigilancia o seguimiento en línea",
    "Surveillance ou suivi en ligne",
  ],
  [
    "risk",
    "Spyware or a device broken into",
    "برمجيات تجسس أو اختراق جهاز",
    "Programas espía o intrusión en un dispositivo",
    "Logiciel espion ou appareil piraté",
  ],
  ["risk", "Threats and insults", "تهديدات وإهانات", "Amenazas e insultos", "Menaces et insultes"],
  [
    "risk",
    "Private facts made public",
    "نشر معلومات خاصة",
    "Publicación de datos privados",
    "Divulgation de données privées",
  ],
  [
    "risk",
    "Posts or accounts taken down",
    "حذف منشورات أو حسابات",
    "Retirada de publicaciones o cuentas",
    "Retrait de publications ou de comptes",
  ],
  [
    "risk",
    "Network cut or slowed",
    "قطع الشبكة أو إبطاؤها",
    "Corte o ralentización de la red",
    "Réseau coupé ou ralenti",
  ],
  [
    "risk",
    "Charges or lawsuits over speech",
    "ملاحقات أو دعاوى بسبب التعبير",
    "Acusaciones o demandas por expresarse",
    "Poursuites ou procès pour des propos",
  ],
  ["affected", "Women and girls", "النساء والفتيات", "Mujeres y niñas", "Femmes et filles"],
  ["affected", "Journalists", "الصحفيون والصحفيات", "Periodistas", "Journalistes"],
  [
    "affected",
    "Land and environment defenders",
    "المدافعون عن الأرض والبيئة",
    "Defensores de la tierra y del medio ambiente",
    "Défenseurs de la terre et de l’environnement",
  ],
  ["affected", "Defenders in exile", "مدافعون في المنفى", "Defensores en el exilio", "Défenseurs en exil"],
  [
    "actor",
    "State or its agencies",
    "الدولة أو أجهزتها",
    "El Estado o sus organismos",
    "L’État ou ses services",
  ],
  ["actor", "Company", "شركة", "Una empresa", "Une entreprise"],
  ["actor", "Unknown", "جهة مجهولة", "Desconocido", "Inconnu"],
  ["technology", "Phone or computer", "هاتف أو حاسوب", "Teléfono u ordenador", "Téléphone ou ordinateur"],
  ["technology", "Social platform", "منصة اجتماعية", "Plataforma social", "Plateforme sociale"],
  [
    "technology",
    "Cameras and face recognition",
    "كاميرات وتعرّف على الوجوه",
    "Cámaras y reconocimiento facial",
    "Caméras et reconnaissance faciale",
  ],
  [
    "harm",
    "Work stopped or done in silence",
    "توقف العمل أو الصمت",
    "Trabajo detenido o en silencio",
    "Travail arrêté ou passé sous silence",
  ],
  ["harm", "Fear and distress", "خوف وضيق", "Miedo y angustia", "Peur et détresse"],
  ["harm", "Flight or moving away", "فرار أو انتقال", "Huida o traslado", "Fuite ou déménagement"],
  [
    "practice",
    "Encryption and safer tools",
    "التشفير وأدوات أكثر أمانًا",
    "Cifrado y herramientas más seguras",
    "Chiffrement et outils plus sûrs",
  ],
  [
    "practice",
    "Help from others at once",
    "مساعدة فورية من آخرين",
    "Ayuda inmediata de otras personas",
    "Aide immédiate d’autres personnes",
  ],
  [
    "practice",
    "Documenting and reporting",
    "التوثيق والإبلاغ",
    "Documentar y denunciar",
    "Documenter et signaler",
  ],
  ["practice", "Training and drills", "تدريب وتمارين", "Formación y simulacros", "Formation et exercices"],
  ["recommendation", "To States", "إلى الدول", "A los Estados", "Aux États"],
  ["recommendation", "To companies", "إلى الشركات", "A las empresas", "Aux entreprises"],
  ["recommendation", "To the UN", "إلى الأمم المتحدة", "A las Naciones Unidas", "Aux Nations unies"],
  [
    "legal-gap",
    "No remedy that works",
    "لا سبيل انتصاف فعّال",
    "Sin recurso efectivo",
    "Pas de recours effectif",
  ],
  ["legal-gap", "Law too wide", "قانون فضفاض", "Ley demasiado amplia", "Loi trop large"],
];
const languages = ["en", "ar", "es", "fr"];

/** In English where the language is none of the program's. */
export function starterCodes(language: string): readonly StarterCode[] {
  const [base = ""] = language.split("-");
  const lang = languages.includes(base) ? base : "en";
  const at = languages.indexOf(lang) + 1;
  return rows.map(([family, ...titles]) => ({ family, title: { text: titles[at - 1] ?? titles[0], lang } }));
}
