// The editor for a field, by its type: the one place where the screen tells types of field apart for editing.
import { CodeEditor, CodesEditor, FlagEditor } from "./code-editors.tsx";
import type { FieldProps } from "./field-props.ts";
import { FieldReading } from "./field-reading.tsx";
import { GivenEditor } from "./given-editor.tsx";
import { LinkEditor } from "./link-editor.tsx";
import { LanguageEditor, ZoneEditor } from "./named-editors.tsx";
import { PlaceEditor } from "./place-editor.tsx";
import { SetEditor } from "./set-editors.tsx";
import { DateEditor, StringEditor, TextEditor } from "./text-editors.tsx";
import { TranslationsEditor } from "./translations-editor.tsx";

export function FieldEditor(props: FieldProps) {
  switch (props.field.type) {
    case "text":
      return <TextEditor {...props} />;
    case "string":
      return <NamedEditor {...props} />;
    case "integer":
      return <StringEditor {...props} />;
    case "date":
      return <DateEditor {...props} />;
    case "place":
      return <PlaceEditor {...props} />;
    case "flag":
      return <FlagEditor {...props} />;
    case "code":
      return <CodeEditor {...props} />;
    case "codes":
      return <CodesEditor {...props} />;
    case "link":
    case "links":
      return <LinkEditor {...props} />;
    case "given":
      return <GivenEditor {...props} />;
    case "translations":
      return <TranslationsEditor {...props} />;
    case "names":
    case "strings":
      return <SetEditor {...props} />;
    case "instant":
    case "data":
      return <FieldReading {...props} />;
    default:
      return props.field.type satisfies never;
  }
}

function NamedEditor(props: FieldProps) {
  switch (props.field.names) {
    case "language":
      return <LanguageEditor {...props} />;
    case "zone":
      return <ZoneEditor {...props} />;
    case undefined:
      return <StringEditor {...props} />;
    default:
      return props.field.names satisfies never;
  }
}
