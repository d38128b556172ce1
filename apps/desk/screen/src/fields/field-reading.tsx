// A field that is read and not edited, by its type.
import type { ReactNode } from "react";
import { isJsonObject, parsePlace, type Json } from "@tocsin/core";
import { localeName, type Translator } from "@tocsin/language";
import { elementsOf, type FormField } from "@tocsin/records";
import { useDesk, useWords } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { dateWords, momentWords } from "../words/date-words.ts";
import { labelOfRecord } from "../words/label-of-record.ts";
import { codeLabel, namedValue } from "../words/labels.ts";
import { placeWords } from "../words/place-words.ts";
import { translationWords } from "../words/translation-words.ts";
import type { FieldProps } from "./field-props.ts";
import { plainText } from "./plain-text.ts";
import { languageTextOf } from "./language-text.ts";

type ReadingProps = Pick<FieldProps, "field" | "value" | "labels">;

export function FieldReading(props: ReadingProps) {
  const words = useWords();
  const { field, value } = props;
  return (
    <div className="reading">
      <span className="term">{words.t(field.label)}</span>
      {value === undefined ? <span>{words.t("state.empty")}</span> : <ValueReading {...props} />}
    </div>
  );
}

export function ValueReading({ field, value, labels }: ReadingProps) {
  const words = useWords();
  return (
    <span className="value">
      {elementsOf(value).map((element, index) => (
        <span className="element" key={index}>
          {readingOf(words, { field, value: element, labels })}
        </span>
      ))}
    </span>
  );
}

interface Element {
  readonly field: FormField;
  readonly value: Json;
  readonly labels: FieldProps["labels"];
}

function readingOf(words: Translator, { field, value, labels }: Element): ReactNode {
  switch (field.type) {
    case "text":
    case "names":
      return textReading(value);
    case "translations":
      return translationReading(words, value);
    case "given":
      return givenReading(words, field, value);
    case "code":
    case "codes":
      return codeLabel(words, field.vocabulary ?? "", plainText(value));
    case "flag":
      return words.t(value === true ? "state.yes" : "state.no");
    case "date":
      return dateWords(words, plainText(value));
    case "instant":
      return momentWords(words, plainText(value));
    case "place":
      return placeWords(words, parsePlace(value));
    case "integer":
      return numberWords(words, Number(value));
    case "link":
    case "links":
      return <LinkReading id={plainText(value)} labels={labels} />;
    case "string":
    case "strings":
      if (field.names === "language") return localeName(plainText(value), words.locale);
      return /^[0-9a-f]{64}$/.test(plainText(value)) ? (
        <Hash value={plainText(value)} />
      ) : (
        <bdi>{shortened(namedValue(words, plainText(value)))}</bdi>
      );
    case "data":
      return dataReading(words, value);
    default:
      return field.type satisfies never;
  }
}

const readAtMost = 400;

/** What a program wrote in one piece can be longer than anybody reads. */
function shortened(text: string): string {
  return text.length > readAtMost ? `${text.slice(0, readAtMost)} …` : text;
}

function textReading(value: Json): ReactNode {
  const known = languageTextOf(value);
  if (known === null) return null;
  return (
    <bdi className="text" lang={known.lang}>
      {known.text}
    </bdi>
  );
}

/** A translation says by whom it is and who looked it over, or that nobody is known to have. */
function translationReading(words: Translator, value: Json): ReactNode {
  return (
    <>
      {textReading(value)} <small>{translationWords(words, value)}</small>
    </>
  );
}

function givenReading(words: Translator, field: FormField, value: Json): ReactNode {
  const { calendar, text, sure, edtf } = isJsonObject(value) ? value : {};
  const known = typeof edtf === "string" ? dateWords(words, edtf) : null;
  return (
    <>
      <bdi>{plainText(text ?? "")}</bdi> ·{" "}
      {codeLabel(words, field.vocabulary ?? "", plainText(calendar ?? ""))}{" "}
      <small>
        {known === null
          ? words.t("desk.given.unread")
          : words.t(sure === true ? "desk.given.is" : "desk.given.about", { date: known })}
      </small>
    </>
  );
}

interface LinkReadingProps extends Pick<FieldProps, "labels"> {
  readonly id: string;
}

function LinkReading({ id, labels }: LinkReadingProps) {
  const desk = useDesk();
  const known = labels[id];
  return known === undefined ? (
    desk.words.t("state.not-here-yet")
  ) : (
    <>
      <a href={addressOf(known.kind, id)}>
        <bdi>{labelOfRecord(desk, known)}</bdi>
      </a>
      {known.of !== undefined && (
        <small>
          {" "}
          <bdi>{labelOfRecord(desk, known.of)}</bdi>
        </small>
      )}
    </>
  );
}

/** What a program wrote, as it is. */
function dataReading(words: Translator, value: Json): ReactNode {
  if (!isJsonObject(value) && !Array.isArray(value)) return <bdi>{plainText(value)}</bdi>;
  return (
    <details>
      <summary>{words.t("action.details")}</summary>
      <pre dir="ltr">{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
