import type { Translator } from "@tocsin/language";

const steps = [
  { from: 1e9, key: "size.gigabytes" },
  { from: 1e6, key: "size.megabytes" },
  { from: 1e3, key: "size.kilobytes" },
] as const;

/** Bytes as people read them: powers of ten, one digit behind the point. */
export function sizeText(bytes: number, translator: Translator): string {
  const step = steps.find(({ from }) => bytes >= from);
  return step === undefined
    ? translator.t("size.bytes", { count: bytes })
    : translator.t(step.key, { size: bytes / step.from });
}
