// Files and folders of this computer, listed by the server: nothing is copied through the browser.
import { Group } from "react-aria-components/Group";
import { useCallback, useState } from "react";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { sizeWords } from "../words/amounts.ts";
import { Action } from "./action.tsx";
import { Chips } from "./chips.tsx";
import { Waiting } from "./waiting.tsx";

interface PathPickerProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly choose: (paths: readonly string[]) => void;
  /** Several may be chosen. */
  readonly many?: boolean;
  /** A whole folder may be chosen. */
  readonly folders?: boolean;
}

export function PathPicker({ label, chosen, choose, many = false, folders = true }: PathPickerProps) {
  const { words } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const add = (path: string): void => {
    choose(many ? [...new Set([...chosen, path])] : [path]);
    if (!many) setOpen(false);
  };
  return (
    <Group className="field picker" aria-label={label}>
      <span className="label-line">
        <span className="term">{label}</span>
      </span>
      <Chips
        chips={chosen.map((path) => ({
          key: path,
          name: path,
          shown: <code dir="ltr">{path}</code>,
          remove: () => choose(chosen.filter((each) => each !== path)),
        }))}
      />
      <Action
        onPress={() => setOpen(!isOpen)}
        label={words.t(isOpen ? "desk.picker.close" : "desk.picker.open", { what: label })}
      >
        {words.t(isOpen ? "action.close" : "action.choose")}
      </Action>
      {isOpen && <Browser add={add} folders={folders} />}
    </Group>
  );
}

interface BrowserProps {
  readonly add: (path: string) => void;
  readonly folders: boolean;
}

function Browser({ add, folders }: BrowserProps) {
  const { words, api } = useDesk();
  const [path, setPath] = useState<string | null>(null);
  const { value: places, error } = useAnswer(
    useCallback(() => api.places(path), [api, path]),
    0,
  );
  if (places === null) return <Waiting error={error} />;
  const { parent } = places;
  return (
    <div className="card browser">
      <p>
        <code dir="ltr">{places.path}</code>
      </p>
      <p className="actions">
        {parent !== null && <Action onPress={() => setPath(parent)}>{words.t("desk.picker.up")}</Action>}
        {folders && (
          <Action primary onPress={() => add(places.path)}>
            {words.t("desk.picker.this-folder")}
          </Action>
        )}
      </p>
      {places.entries.length === 0 && <p className="note">{words.t("coverage.empty")}</p>}
      <ul className="plain entries">
        {places.entries.map((entry) => (
          <li key={entry.path}>
            <button
              type="button"
              className="entry"
              onClick={() => (entry.type === "folder" ? setPath(entry.path) : add(entry.path))}
            >
              <bdi>
                {entry.name}
                {entry.type === "folder" ? "/" : ""}
              </bdi>
              {entry.type === "file" && <small>{sizeWords(words, entry.size)}</small>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
