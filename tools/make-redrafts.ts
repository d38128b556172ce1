// Drafts and redrafts in the manner of negotiated texts, made up, with the truth about which paragraph became which. It
// imports nothing of what it tests. The shares are those of packages/texts' measure: 52 % kept, 18 % edited lightly, 10 %
// with a third of their words replaced, 6 % removed, 5 % parted, 4 % put together, 6 % added, and 8 moves.

export interface Redraft {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Pairs of places, older and newer. */
  readonly truth: readonly (readonly [before: number, after: number])[];
}

export interface RedraftOptions {
  readonly seed: number;
  readonly paragraphs: number;
  readonly language?: "en" | "ar";
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const openings = {
  en: [
    "Calls upon all States to",
    "Urges States to",
    "Encourages all States, where applicable, to",
    "Invites relevant stakeholders to",
    "Recalling that all States must",
    "Reaffirming the obligation of States to",
    "Expresses grave concern at failures to",
    "Requests the Office of the High Commissioner to",
    "Stresses that business enterprises should",
    "Recognizing the efforts of States to",
  ],
  ar: [
    "يهيب بجميع الدول أن",
    "يحث الدول على أن",
    "يشجع جميع الدول، حسب الاقتضاء، على أن",
    "يدعو الجهات المعنية إلى أن",
    "إذ يشير إلى أن على جميع الدول أن",
    "وإذ يؤكد من جديد التزام الدول بأن",
    "يعرب عن بالغ قلقه إزاء عدم",
    "يطلب إلى المفوضية السامية أن",
  ],
};

const phrases = {
  en: [
    "in accordance with international human rights law",
    "online and offline",
    "including women human rights defenders",
    "in a safe and enabling environment",
    "without fear of reprisals",
    "in line with the principles of legality, necessity and proportionality",
    "the use of new and emerging technologies",
    "the right to privacy",
    "freedom of opinion and expression",
    "civil society organizations and journalists",
  ],
  ar: [
    "وفقا للقانون الدولي لحقوق الإنسان",
    "على الإنترنت وخارجها",
    "بمن فيهم المدافعات عن حقوق الإنسان",
    "في بيئة آمنة ومواتية",
    "دون خوف من الانتقام",
    "بما يتفق مع مبادئ الشرعية والضرورة والتناسب",
    "استخدام التكنولوجيات الجديدة والناشئة",
    "الحق في الخصوصية",
    "حرية الرأي والتعبير",
  ],
};

const words = {
  en: (
    "protect ensure refrain adopt review repeal investigate prosecute train report publish consult fund support monitor " +
    "access network shutdown spyware surveillance biometric recognition encryption anonymity platform content moderation " +
    "account data transfer export licence vendor operator court judge remedy victim witness family child young rural " +
    "indigenous land environment health election assembly association union lawyer media editor source leak arrest " +
    "detention travel passport border exile community language disability gender minority worker migrant refugee budget " +
    "guideline standard mechanism mandate rapporteur workshop session region country law policy measure restriction " +
    "sanction penalty complaint procedure deadline transparency oversight audit assessment impact diligence supply chain " +
    "digital literacy tool device phone message photo video drone camera sensor algorithm bias decision automated human " +
    "independent effective prompt impartial public national regional local timely adequate meaningful full equal early " +
    "continued renewed specific practical legal technical financial political judicial administrative legislative of the " +
    "and to for with by on from against through towards within among"
  ).split(" "),
  ar: (
    "حماية ضمان امتناع اعتماد مراجعة إلغاء تحقيق ملاحقة تدريب تقرير نشر تشاور تمويل دعم رصد وصول شبكة قطع برمجيات تجسس " +
    "مراقبة بيومترية تشفير هوية منصة محتوى حساب بيانات نقل تصدير ترخيص بائع مشغل محكمة قاض انتصاف ضحية شاهد أسرة طفل شباب " +
    "ريفي أرض بيئة صحة انتخاب تجمع نقابة محام إعلام مصدر توقيف احتجاز سفر جواز حدود منفى مجتمع لغة إعاقة أقلية عامل مهاجر " +
    "لاجئ ميزانية معيار آلية ولاية مقرر دورة منطقة بلد قانون سياسة تدبير قيد عقوبة شكوى إجراء مهلة شفافية رقابة تقييم أثر " +
    "عناية رقمي أداة جهاز هاتف رسالة صورة مستقل فعال سريع محايد عام وطني إقليمي محلي كاف كامل مبكر محدد عملي في من إلى على"
  ).split(" "),
};

type Random = () => number;
type Language = "en" | "ar";

const pick = <Item>(random: Random, from: readonly Item[]): Item =>
  from[Math.floor(random() * from.length)] as Item;

function makeParagraph(random: Random, language: Language): string {
  const length = 18 + Math.floor(random() * 45);
  const parts = [pick(random, openings[language])];
  for (let count = 0; count < length;) {
    if (random() < 0.12) {
      const phrase = pick(random, phrases[language]);
      parts.push(phrase);
      count += phrase.split(" ").length;
    } else {
      parts.push(pick(random, words[language]));
      count += 1;
    }
    if (random() < 0.06) parts.push(`${parts.pop() ?? ""}${language === "ar" ? "،" : ","}`);
  }
  return `${parts.join(" ")};`;
}

/** Each word is replaced, left out or doubled by another with this chance. */
function edit(
  random: Random,
  text: string,
  { chance, language }: { chance: number; language: Language },
): string {
  return text
    .split(" ")
    .flatMap((word) => {
      if (random() >= chance) return [word];
      const kind = random();
      if (kind < 0.6) return [pick(random, words[language])];
      return kind < 0.8 ? [] : [word, pick(random, words[language])];
    })
    .join(" ");
}

/** Some words are other words; none is left out. */
function replaceWords(
  random: Random,
  text: string,
  { chance, language }: { chance: number; language: Language },
) {
  return text
    .split(" ")
    .map((word) => (random() < chance ? pick(random, words[language]) : word))
    .join(" ");
}

interface Piece {
  readonly text: string;
  readonly from: readonly number[];
}

function redraft(random: Random, before: readonly string[], language: Language): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < before.length; at += 1) {
    const text = before[at] ?? "";
    const chance = random();
    if (random() < 0.06) pieces.push({ text: makeParagraph(random, language), from: [] });
    if (chance < 0.18) pieces.push({ text: edit(random, text, { chance: 0.06, language }), from: [at] });
    else if (chance < 0.28)
      pieces.push({ text: replaceWords(random, text, { chance: 0.35, language }), from: [at] });
    else if (chance < 0.34) continue;
    else if (chance < 0.39) {
      const parted = text.split(" ");
      const middle = Math.floor(parted.length * (0.35 + 0.3 * random()));
      pieces.push({ text: `${parted.slice(0, middle).join(" ")};`, from: [at] });
      pieces.push({
        text: `${pick(random, openings[language])} ${parted.slice(middle).join(" ")}`,
        from: [at],
      });
    } else if (chance < 0.43 && at + 1 < before.length) {
      pieces.push({ text: `${text.slice(0, -1)}, and ${before[at + 1] ?? ""}`, from: [at, at + 1] });
      at += 1;
    } else pieces.push({ text, from: [at] });
  }
  return pieces;
}

function move(random: Random, pieces: Piece[], moves: number): void {
  for (let count = 0; count < moves; count += 1) {
    const [piece] = pieces.splice(Math.floor(random() * pieces.length), 1);
    if (piece) pieces.splice(Math.floor(random() * (pieces.length + 1)), 0, piece);
  }
}

export function makeRedraft({ seed, paragraphs, language = "en" }: RedraftOptions): Redraft {
  const random = createRandom(seed);
  const before = Array.from({ length: paragraphs }, () => makeParagraph(random, language));
  const pieces = redraft(random, before, language);
  move(random, pieces, Math.round(paragraphs / 15));
  const truth = pieces.flatMap(({ from }, after) => from.map((one) => [one, after] as const));
  return { before, after: pieces.map(({ text }) => text), truth };
}

/** A text of about `count` words, and the same with a tenth of its words changed. */
export function makeLongText(count: number, { seed, language }: { seed: number; language: Language }) {
  const random = createRandom(seed);
  let text = "";
  while (text.split(" ").length < count) text += `${makeParagraph(random, language)} `;
  return { before: text, after: edit(random, text, { chance: 0.1, language }) };
}
