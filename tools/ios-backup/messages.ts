// Invented messages: of every hundred one links to a planted host, in all the ways a link can be written; a fifth
// have no sender in `handle`, a third have their body only in `attributedBody`.
import { writeAttributedText } from "./attributed-text-writer.ts";
import type { Cell } from "./database-writer.ts";
import { fillers, lookAlikes, plantedLinks } from "./planted.table.ts";
import { writeLinkPreview } from "./property-list-writer.ts";
import { pick } from "./random.ts";
import type { RandomNumber } from "./random.ts";
import type { PlantedTruth } from "./truth.ts";

export interface MessagePlan {
  readonly first: number;
  readonly count: number;
  /** One planted link in so many messages. */
  readonly every: number;
  readonly random: RandomNumber;
  readonly file: string;
  readonly truth: PlantedTruth[];
}

/** 2024-01-01T00:00:00Z in seconds since 2001. */
const start = 725_760_000;
const appleEpochSeconds = 978_307_200;

export const insertMessage = `INSERT INTO message (ROWID, guid, text, handle_id, subject, attributedBody, service,
  account, date, is_from_me, payload_data, destination_caller_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function* inventMessages(plan: MessagePlan): Generator<readonly Cell[]> {
  for (let row = plan.first; row < plan.first + plan.count; row += 1) yield inventMessage(plan, row);
}

interface Invented {
  readonly text: string;
  readonly isSent: boolean;
  readonly milliseconds: number;
  readonly isOld: boolean;
}

function inventMessage(plan: MessagePlan, row: number): readonly Cell[] {
  const { random } = plan;
  const invented = invent(plan, row);
  const { text, isOld, milliseconds } = invented;
  const isArchived = random() < 0.3;
  return [
    row,
    `EXAMPLE-${row.toString(16).padStart(8, "0")}-INVENTED-MESSAGE`,
    isArchived ? null : text,
    random() < 0.2 ? 0 : 1 + Math.floor(random() * 20),
    null,
    isArchived || row % 2 === 0 ? writeAttributedText(text) : null,
    "iMessage",
    "e:example@example-good.test",
    isOld ? Math.trunc(milliseconds / 1000) : BigInt(milliseconds) * 1_000_000n,
    invented.isSent ? 1 : 0,
    row % 50 === 7 ? writeLinkPreview("https://example-good.test/preview") : null,
    "+10005550100",
  ];
}

/** Old messages have seconds, newer ones nanoseconds and something beside whole seconds. */
function invent(plan: MessagePlan, row: number): Invented {
  const { random, every, truth, file } = plan;
  const number = Math.floor(row / every);
  const planted = row % every === 0 ? plantedLinks[number % plantedLinks.length] : undefined;
  const lookAlike = row % every === 1 ? lookAlikes[number % lookAlikes.length] : undefined;
  const isSent = row % 7 === 3;
  const isOld = row % 11 === 5;
  const milliseconds = start * 1000 + row * 60_000 + (isOld ? 0 : 123);
  const filler = [pick(random, fillers), pick(random, fillers)].join(" ");
  const parts = [pick(random, fillers), planted?.text ?? lookAlike ?? "", filler];
  if (planted !== undefined) {
    const meaning = planted.meaning ?? (isSent ? "link.sent" : "link.received");
    const time = new Date(milliseconds + appleEpochSeconds * 1000).toISOString();
    truth.push({ artifact: "ios.sms", meaning, file, table: "message", row, value: planted.value, time });
  }
  return { text: parts.filter((part) => part !== "").join(" "), isSent, isOld, milliseconds };
}
