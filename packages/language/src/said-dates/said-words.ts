// Words with which people say a day, in the four languages of the screen, as somebody types them. Months come from the platform.

/** Phrases that mean a day counted from today; several where people mean either. */
export const daysFromToday: readonly (readonly [phrases: string, days: readonly number[]])[] = [
  ["today, this morning, this afternoon, this evening, earlier today", [0]],
  ["tonight", [0]],
  ["yesterday, yesterday morning, yesterday afternoon, yesterday evening", [-1]],
  ["last night, yesterday night", [-1, 0]],
  ["the day before yesterday, day before yesterday", [-2]],
  ["tomorrow, tomorrow morning", [1]],
  ["the day after tomorrow, day after tomorrow", [2]],
  ["hoy, esta mañana, esta tarde", [0]],
  ["esta noche", [0]],
  ["ayer, ayer por la mañana, ayer por la tarde", [-1]],
  ["anoche, ayer por la noche", [-1, 0]],
  ["anteayer, antes de ayer, antier", [-2]],
  ["mañana", [1]],
  ["pasado mañana", [2]],
  ["aujourd’hui, ce matin, cet après-midi, ce soir", [0]],
  ["cette nuit", [-1, 0]],
  ["hier, hier matin, hier après-midi, hier soir", [-1]],
  ["avant-hier", [-2]],
  ["demain, demain matin", [1]],
  ["après-demain", [2]],
  ["اليوم, هذا الصباح, صباح اليوم, ظهر اليوم, مساء اليوم, هذا المساء", [0]],
  ["الليلة, هذه الليلة", [0]],
  ["أمس, بالأمس, صباح أمس, ظهر أمس, مساء أمس, امبارح, مبارح, يوم أمس", [-1]],
  ["البارحة, الليلة الماضية, ليلة أمس, ليلة البارحة", [-1, 0]],
  ["أول أمس, أول من أمس", [-2]],
  ["غدا, غدًا, بكرة, صباح الغد", [1]],
  ["بعد غد, بعد الغد", [2]],
  ["قبل يومين, منذ يومين", [-2]],
  ["قبل أسبوع, منذ أسبوع", [-7]],
  ["قبل أسبوعين, منذ أسبوعين", [-14]],
];

/** Sunday first. */
export const weekdays: readonly (readonly string[])[] = [
  ["sunday", "sun", "domingo", "dimanche", "الأحد", "أحد"],
  ["monday", "mon", "lunes", "lundi", "الاثنين", "الإثنين", "اثنين"],
  ["tuesday", "tue", "tues", "martes", "mardi", "الثلاثاء", "ثلاثاء"],
  ["wednesday", "wed", "miércoles", "mercredi", "الأربعاء", "أربعاء"],
  ["thursday", "thu", "thurs", "jueves", "jeudi", "الخميس", "خميس"],
  ["friday", "fri", "viernes", "vendredi", "الجمعة", "جمعة"],
  ["saturday", "sat", "sábado", "samedi", "السبت", "سبت"],
];

export const before: readonly string[] = [
  "last",
  "past",
  "pasado",
  "dernier",
  "passé",
  "الماضي",
  "الماضية",
  "الفائت",
];
export const after: readonly string[] = [
  "next",
  "coming",
  "próximo",
  "prochain",
  "القادم",
  "القادمة",
  "المقبل",
  "المقبلة",
];

/** Say nothing of the day that stands beside them. */
export const fillers: readonly string[] = [
  "on",
  "the",
  "of",
  "in",
  "this",
  "el",
  "la",
  "en",
  "de",
  "del",
  "este",
  "le",
  "du",
  "ce",
  "يوم",
  "في",
];

/** Months and years that are no day. */
export const wholeMonths: readonly (readonly [phrases: string, months: number])[] = [
  ["this month, este mes, ce mois, ce mois-ci, هذا الشهر", 0],
  ["last month, el mes pasado, le mois dernier, الشهر الماضي", -1],
  ["next month, el próximo mes, el mes próximo, le mois prochain, الشهر القادم, الشهر المقبل", 1],
];
export const wholeYears: readonly (readonly [phrases: string, years: number])[] = [
  ["this year, este año, cette année, هذا العام, هذه السنة", 0],
  ["last year, el año pasado, l’année dernière, l’an dernier, العام الماضي, السنة الماضية", -1],
  ["next year, el próximo año, el año próximo, l’année prochaine, العام القادم, السنة القادمة", 1],
];

/** A number of days or weeks that have gone by; `#` is the number. */
export const daysAgo: readonly (readonly [phrases: string, days: number])[] = [
  ["# day ago, # days ago, hace # día, hace # días, il y a # jour, il y a # jours", 1],
  ["قبل # أيام, قبل # يوم, قبل # يوما, منذ # أيام, منذ # يوم, منذ # يوما", 1],
  ["# week ago, # weeks ago, hace # semana, hace # semanas, il y a # semaine, il y a # semaines", 7],
  ["قبل # أسابيع, قبل # أسبوع, منذ # أسابيع, منذ # أسبوع", 7],
];

/** Numbers that are written as words in them. */
export const smallNumbers: readonly (readonly [words: string, number: number])[] = [
  ["a, one, un, una, une", 1],
  ["two, dos, deux", 2],
  ["three, tres, trois, ثلاثة", 3],
  ["four, cuatro, quatre, أربعة", 4],
  ["five, cinco, cinq, خمسة", 5],
  ["six, seis, ستة", 6],
  ["seven, siete, sept, سبعة", 7],
  ["eight, ocho, huit, ثمانية", 8],
  ["nine, nueve, neuf, تسعة", 9],
  ["ten, diez, dix, عشرة", 10],
];

/** Names of months beside those that the platform gives: Arabic has two sets of them. */
export const otherMonths: readonly (readonly string[])[] = [
  ["كانون الثاني", "jan"],
  ["شباط", "feb"],
  ["آذار", "mar"],
  ["نيسان", "apr"],
  ["أيار", "ماي"],
  ["حزيران", "jun"],
  ["تموز", "jul", "جويلية"],
  ["آب", "aug", "أوت"],
  ["أيلول", "sep", "sept"],
  ["تشرين الأول", "oct"],
  ["تشرين الثاني", "nov"],
  ["كانون الأول", "dec"],
];
