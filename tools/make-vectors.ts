// Writes vectors/vault/: small vaults that hold, that are damaged, and that do not open, each with what a reader must say
// of it (docs/formats/vault.md). The same bytes every time. Run: `npm run vectors`.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deviceErrorVectors } from "./vectors/device-errors.ts";
import { erasureVectors } from "./vectors/erasure.ts";
import { logFindingVectors } from "./vectors/log-findings.ts";
import { operationFindingVectors } from "./vectors/operation-findings.ts";
import { recoveryVectors } from "./vectors/recovery.ts";
import { validVectors } from "./vectors/valid.ts";
import type { Vector } from "./vectors/vector.ts";

interface Group {
  readonly title: string;
  readonly vectors: readonly Vector[];
}

const groups = (): readonly Group[] => [
  { title: "Vaults that hold", vectors: validVectors() },
  { title: "Damaged frames, bad headers, broken chains", vectors: logFindingVectors() },
  { title: "Damaged operations", vectors: operationFindingVectors() },
  { title: "Recovery and removal", vectors: recoveryVectors() },
  { title: "Erasure", vectors: erasureVectors() },
  { title: "Vaults that do not open", vectors: deviceErrorVectors() },
];

const opening = `# Test vectors of the vault

Small vaults for whoever writes a reader or a writer of docs/formats/vault.md, made by \`npm run vectors\` with an
independent writer (tools/vectors/) that shares no code with the program. In each folder, \`vault/\` is the vault and
\`expected.json\` says what a reader must say of it:

- \`passphrase\`: what opens the device file; \`recovery\`, where it is there: the text of the recovery sheet;
- \`opens\`; where it is false, \`error\` has the word of section 16;
- \`findings\`: the words of section 16 with their places, in no order; a \`count\` that is left out is 1;
- \`operations\`: the lines of the open form (section 14), in order, as values;
- \`evidence\`: the sealed files that operations name, and what they hold.

The keys and passphrases here are published: they protect nothing. Passphrases cost 8 KiB of memory, so that tests are
quick; a real vault never costs so little. No person and no event in them is real.
`;

const tableOf = ({ title, vectors }: Group): string =>
  [
    `## ${title}\n`,
    "| vector | what it is | findings or error |",
    "| --- | --- | --- |",
    ...vectors.map(({ name, says, expected }) => {
      const words = new Set(expected.findings.map(({ finding }) => `\`${finding}\``));
      const result =
        expected.error === undefined ? [...words].join(", ") : `does not open: \`${expected.error}\``;
      return `| \`${name}\` | ${says} | ${result} |`;
    }),
    "",
  ].join("\n");

export async function makeVectors(folder: string): Promise<void> {
  await rm(join(folder, "vault"), { recursive: true, force: true });
  const made = groups();
  for (const vector of made.flatMap(({ vectors }) => vectors)) await writeVector(folder, vector);
  await write(join(folder, "README.md"), [opening, ...made.map(tableOf)].join("\n"));
}

async function writeVector(folder: string, { name, files, expected }: Vector): Promise<void> {
  const place = join(folder, "vault", name);
  await write(join(place, "expected.json"), `${JSON.stringify(expected, null, 1)}\n`);
  for (const [path, bytes] of files) await write(join(place, "vault", path), bytes);
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
