// The command: a folder for the backup, then the number of messages. Writes the indicators and the truth beside it.
import { writeFile } from "node:fs/promises";
import { makeIosBackup } from "../make-ios-backup.ts";

const [folder, messages] = process.argv.slice(2);
if (folder === undefined) throw new Error("Cannot make backup: name a folder, then the number of messages");
const made = await makeIosBackup(
  folder,
  messages === undefined ? {} : { messages: Number(messages), every: 100 },
);
await writeFile(`${folder}.stix2`, made.indicators);
await writeFile(`${folder}.truth.json`, JSON.stringify(made.truth, null, 1));
