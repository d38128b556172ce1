// Where exactly: coordinates that are typed, pasted or chosen on a map, and how exactly they are kept. A tenth of a degree
// unless somebody wants more: what is not written down cannot get out.
import { Suspense, useId, useState } from "react";
import { useWords } from "../desk.tsx";
import { later } from "../parts/later.ts";
import { Waiting } from "../parts/waiting.tsx";
import { degreesWords } from "../words/place-words.ts";
import {
  exactnesses,
  exactnessOf,
  parsePoint,
  pointText,
  roundPoint,
  type Exactness,
  type Point,
} from "./coordinates.ts";
import { useDraft } from "./draft.ts";
import { SelectField } from "./select-field.tsx";
import { TypedField } from "./typed-field.tsx";

const ChooseOnMap = later(async () => (await import("../pictures/map/choose-on-map.tsx")).ChooseOnMap);

interface CoordinatesEditorProps {
  readonly point: Point | null;
  readonly country: string | null;
  readonly delay: number;
  /** Null takes the coordinates out. */
  readonly write: (point: Point | null) => void;
}

export function CoordinatesEditor({ point, country, delay, write }: CoordinatesEditorProps) {
  const words = useWords();
  const [exactness, setExactness] = useState<Exactness>(point === null ? 1 : exactnessOf(point));
  /** As it was typed or chosen, so that a second thought about how exactly needs no second typing. */
  const [exact, setExact] = useState<Point | null>(point);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (next: Point): void => {
    setExact(next);
    write(roundPoint(next, exactness));
  };
  const draft = useDraft(point === null ? "" : pointText(point), delay, (text) => {
    const next = text.trim() === "" ? null : parsePoint(text);
    const isBad = text.trim() !== "" && next === null;
    setProblem(isBad ? words.t("desk.place.point.bad") : null);
    if (next !== null) take(next);
    else if (!isBad) write(null);
  });
  const choose = (next: Exactness): void => {
    setExactness(next);
    if (exact !== null && point !== null) write(roundPoint(exact, next));
  };
  return (
    <>
      <TypedField
        label={words.t("desk.place.point")}
        draft={draft}
        problem={problem}
        help={
          point === null
            ? words.t("desk.place.point.help")
            : words.t("desk.place.point.kept", { degrees: degreesWords(words, point) })
        }
      />
      <SelectField
        label={words.t("desk.place.exactness")}
        value={String(exactness)}
        choices={exactnesses.map((each) => ({
          id: String(each),
          label: words.t(`desk.place.exactness.${String(each)}`),
          description: words.t("desk.place.exactness.why"),
        }))}
        choose={(id) => choose(exactnesses.find((each) => String(each) === id) ?? 1)}
        canBeEmpty={false}
      />
      <OnMap at={point} country={country} choose={take} />
    </>
  );
}

interface OnMapProps {
  readonly at: Point | null;
  readonly country: string | null;
  readonly choose: (point: Point) => void;
}

function OnMap({ at, country, choose }: OnMapProps) {
  const words = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="on-map">
      <button
        type="button"
        className="btn"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((last) => !last)}
      >
        {words.t("desk.place.on-map")}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<Waiting error={null} />}>
            <ChooseOnMap at={at} country={country} choose={choose} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
