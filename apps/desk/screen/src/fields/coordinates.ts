// Coordinates as people type and paste them, read into WGS 84 degrees; and how exactly they are kept.

/** Millionths of a degree, north and east positive. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const million = 1_000_000;
const longest = 100;

/** Decimals of a degree that can be kept: about 11 km, 1 km, 100 m; the last as exact as it was typed. */
export const exactnesses = [1, 2, 3, 6] as const;
export type Exactness = (typeof exactnesses)[number];

/** Latitude first, as maps write it: `12.5, -3.25`, `12,5; -3,25`, `12°30′N 3°15′W`, `N 12.5 W 3.25`. Null where it is none. */
export function parsePoint(typed: string): Point | null {
  if (typed.length > longest) return null;
  const text = inLatinDigits(typed).trim().toUpperCase();
  // A comma parts decimals, or else the two numbers; letters stand before both numbers or after them.
  for (const mark of ["[.,]", "[.]"])
    for (const isAfter of [true, false]) {
      const point = pointIn(text, { mark, isAfter });
      if (point !== null) return point;
    }
  return null;
}

interface Writing {
  /** What parts decimals. */
  readonly mark: string;
  readonly isAfter: boolean;
}

function pointIn(text: string, { mark, isAfter }: Writing): Point | null {
  const number = `\\d{1,3}(?:${mark}\\d{1,12})?`;
  const angle = `([+-]?)(${number}) ?°? ?(?:(${number}) ?['′’])? ?(?:(${number}) ?(?:"|″|”|''))?`;
  const part = isAfter ? `()${angle} ?([NSEWO]?)` : `([NSEWO]) ?${angle}()`;
  const match = new RegExp(`^${part}[,; ]+${part}$`).exec(text);
  if (match === null) return null;
  const [one, other] = [angleOf(match.slice(1, 7)), angleOf(match.slice(7))];
  if (one === null || other === null) return null;
  const isTurned = one.axis === "east" || other.axis === "north";
  const [north, east] = isTurned ? [other, one] : [one, other];
  const isPoint = north.axis !== "east" && east.axis !== "north";
  return isPoint && Math.abs(north.value) <= 90 * million && Math.abs(east.value) <= 180 * million
    ? { latitude: north.value, longitude: east.value }
    : null;
}

interface Angle {
  /** Null where no letter says it. */
  readonly axis: "north" | "east" | null;
  readonly value: number;
}

const axes: Readonly<Record<string, Angle["axis"]>> = {
  N: "north",
  S: "north",
  E: "east",
  W: "east",
  // West in French and Spanish.
  O: "east",
};

/** A letter or a sign says which way; minutes and seconds stay below sixty. */
function angleOf([before = "", sign = "", ...others]: readonly string[]): Angle | null {
  const letter = before === "" ? (others.at(-1) ?? "") : before;
  const parts = others.slice(0, 3).map(numberIn);
  const isWrong = parts.slice(1).some((part) => part >= 60) || (letter !== "" && sign !== "");
  if (isWrong) return null;
  const size = parts.reduce((sum, part, at) => sum + part / 60 ** at, 0);
  const isNegative = sign === "-" || /[SWO]/.test(letter);
  return { axis: axes[letter] ?? null, value: Math.round((isNegative ? -size : size) * million) + 0 };
}

function numberIn(text: string | undefined): number {
  return Number((text ?? "0").replace(",", "."));
}

/** Arabic and Persian digits and marks, the minus sign, spaces of every width. */
function inLatinDigits(text: string): string {
  return text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("٫", ".")
    .replaceAll("،", ",")
    .replaceAll("−", "-")
    .replaceAll(/\s+/g, " ");
}

export function roundPoint({ latitude, longitude }: Point, exactness: Exactness): Point {
  const unit = 10 ** (6 - exactness);
  const rounded = (value: number): number => Math.round(value / unit) * unit + 0;
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}

/** The coarsest that says all of the point. */
export function exactnessOf(point: Point): Exactness {
  const { latitude, longitude } = point;
  const found = exactnesses.find((exactness) => {
    const rounded = roundPoint(point, exactness);
    return rounded.latitude === latitude && rounded.longitude === longitude;
  });
  return found ?? 6;
}

/** As `parsePoint` reads it. */
export function pointText({ latitude, longitude }: Point): string {
  return `${String(latitude / million)}, ${String(longitude / million)}`;
}
