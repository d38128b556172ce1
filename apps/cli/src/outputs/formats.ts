import { stringOption, usage, type Call } from "../call.ts";

const formats = ["pdf", "html", "json"] as const;
export type DocumentFormat = (typeof formats)[number];

/** All editions, or those of `--format`. Throws `cli.usage`. */
export function formatsOf(call: Call): readonly DocumentFormat[] {
  const given = stringOption(call, "format")?.split(",") ?? formats;
  const wanted = formats.filter((format) => given.includes(format));
  if (wanted.length !== given.length) throw usage(`--format takes ${formats.join(", ")}`);
  return wanted;
}
