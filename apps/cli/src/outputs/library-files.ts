// What `tocsin publish` says of archived copies: which leave as files, what each carries, and why the others stay inside.
import type { LibraryPlan, PlannedFile } from "@tocsin/workspace";
import type { Call } from "../call.ts";
import { sizeText } from "../sizes.ts";

export function fileLines({ translator }: Call, { files }: LibraryPlan): readonly string[] {
  if (files.length === 0) return [];
  const { t } = translator;
  const count = files.filter(({ leaves }) => leaves).length;
  return [t("cli.publish.files", { count }), ...files.flatMap((file) => linesOf(translator, file))];
}

function linesOf(translator: Call["translator"], file: PlannedFile): readonly string[] {
  const { record, title, bytes, carries, stops, isApproved, leaves, wordsRead } = file;
  const { t } = translator;
  const state = leaves ? "leaves" : isApproved || stops.length > 0 ? "stays" : "waits";
  const kinds = carries.map((kind) => t(`picture.extra.${kind}`));
  return [
    `  ${t(`library.file-state.${state}`)}: ${title} (${sizeText(bytes, translator)}, ${record})`,
    ...stops.map((stop) => `    ${t(`library.file-stop.${stop}`)}`),
    ...kinds.map((kind) => `    ${t("library.file-carries", { kind })}`),
    ...(stops.length > 0 || wordsRead === "all" ? [] : [`    ${t(`library.file-words.${wordsRead}`)}`]),
  ];
}

/** After it was made: what was asked for and is not in it. */
export function tellFiles(
  { talk, translator: { t } }: Call,
  { files }: LibraryPlan,
  { single }: { readonly single: string | undefined },
): void {
  for (const { isApproved, leaves, title, record, stops } of files)
    if (isApproved && !leaves)
      talk(
        `${t("library.file-state.stays")}: ${title} (${record}): ${stops.map((stop) => t(`library.file-stop.${stop}`)).join("; ")}`,
      );
  const left = files.filter(({ leaves }) => leaves).length;
  if (single !== undefined && left > 0) talk(t("cli.publish.files.single", { count: left }));
}
