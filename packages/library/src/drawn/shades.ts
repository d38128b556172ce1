// How dark a number is drawn. By the logarithm: one large number must not make all others look like nothing.

/** 0 for none, 1 to 4 for something. */
export function shadeOf(count: number, most: number): number {
  if (count <= 0) return 0;
  return Math.min(4, 1 + Math.floor((4 * Math.log(count)) / Math.log(most + 1)));
}
