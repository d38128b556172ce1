// Where something happened, as far as it is known: country, region, town, coordinates.
import { useState } from "react";
import { Group } from "react-aria-components/Group";
import { isJsonObject, type Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { useDesk, useWords } from "../desk.tsx";
import { Chips, type Chip } from "../parts/chips.tsx";
import { Chooser } from "./chooser.tsx";
import { CoordinatesEditor } from "./coordinates-editor.tsx";
import type { Point } from "./coordinates.ts";
import { useDraft } from "./draft.ts";
import type { FieldProps } from "./field-props.ts";
import { codeLabel } from "../words/labels.ts";
import { TypedField } from "./typed-field.tsx";
import { choicesOf } from "./vocabulary-choices.ts";

type PlaceParts = Readonly<Record<string, Json>>;

export function PlaceEditor({ field, value, save, delay }: FieldProps) {
  const { words, definitions } = useDesk();
  const parts: PlaceParts = isJsonObject(value) ? value : {};
  const put = (next: PlaceParts): void =>
    save(Object.keys(next).length === 0 ? { clear: true } : { set: next });
  const write = (name: string, text: string): void => {
    const { [name]: _old, ...others } = parts;
    put(text.trim() === "" ? others : { ...others, [name]: text.trim() });
  };
  const writePoint = (point: Point | null): void => {
    const { latitude: _latitude, longitude: _longitude, ...others } = parts;
    put(point === null ? others : { ...others, ...point });
  };
  const country = parts["country"];
  const point = pointOf(parts);
  const [hadPoint] = useState(point !== null);
  return (
    <fieldset className="field place">
      <legend>{words.t(field.label)}</legend>
      {typeof country === "string" ? (
        <Group className="field" aria-label={words.t("desk.place.country")}>
          <span className="term">{words.t("desk.place.country")}</span>
          <Chips chips={[countryChip(words, country, () => write("country", ""))]} />
        </Group>
      ) : (
        <Chooser
          label={words.t("desk.place.country")}
          choices={choicesOf(words, definitions, "countries")}
          choose={({ id }) => write("country", id)}
        />
      )}
      {(["region", "locality"] as const).map((name) => (
        <PartEditor key={name} name={name} parts={parts} delay={delay} write={write} field={field} />
      ))}
      <details open={hadPoint}>
        <summary>{words.t("desk.place.point")}</summary>
        <div className="fields">
          <CoordinatesEditor
            point={point}
            country={typeof country === "string" ? country : null}
            delay={delay}
            write={writePoint}
          />
        </div>
      </details>
    </fieldset>
  );
}

function pointOf({ latitude, longitude }: PlaceParts): Point | null {
  return typeof latitude === "number" && typeof longitude === "number" ? { latitude, longitude } : null;
}

function countryChip(words: Translator, code: string, remove: () => void): Chip {
  const name = codeLabel(words, "countries", code);
  return { key: code, name, shown: <span>{name}</span>, remove };
}

interface PartEditorProps extends Pick<FieldProps, "field" | "delay"> {
  readonly name: "region" | "locality";
  readonly parts: PlaceParts;
  readonly write: (name: string, text: string) => void;
}

function PartEditor({ name, parts, delay, write, field }: PartEditorProps) {
  const words = useWords();
  const known = parts[name];
  const draft = useDraft(typeof known === "string" ? known : "", delay, (text) => write(name, text));
  return (
    <TypedField
      label={words.t(`desk.place.${name}`)}
      draft={draft}
      sensitive={field.guard === "place" || field.sensitive === true}
    />
  );
}
