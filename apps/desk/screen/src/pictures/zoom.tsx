import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { numberWords } from "../words/amounts.ts";

interface ZoomProps {
  readonly value: number;
  readonly most: number;
  readonly change: (value: number) => void;
}

/** Twice as large, half as large: the picture scrolls within its frame. */
export function Zoom({ value, most, change }: ZoomProps) {
  const words = useWords();
  return (
    <span className="zoom">
      <Action label={words.t("pictures.zoom.out")} isDisabled={value <= 1} onPress={() => change(value / 2)}>
        −
      </Action>
      <output>{words.t("pictures.zoom", { times: numberWords(words, value) })}</output>
      <Action
        label={words.t("pictures.zoom.in")}
        isDisabled={value >= most}
        onPress={() => change(value * 2)}
      >
        +
      </Action>
    </span>
  );
}
