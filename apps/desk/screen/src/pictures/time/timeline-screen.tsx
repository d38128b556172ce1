// The timeline of a case, a person or an organisation: one line with a lane for each kind, and the same as a table.
import { useState } from "react";
import { Group } from "react-aria-components/Group";
import { ToggleButton } from "react-aria-components/ToggleButton";
import type { TimelineMark, TimelinePage } from "@tocsin/workspace";
import { useQuery } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { numberWords } from "../../words/amounts.ts";
import { PicturePage } from "../picture-page.tsx";
import { Zoom } from "../zoom.tsx";
import { TimelinePicture } from "./timeline-picture.tsx";
import { TimelineTable } from "./timeline-table.tsx";

export function TimelineScreen({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const asked = useQuery<TimelinePage>("timeline", { about: id });
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  const { kind, label } = page.about;
  return (
    <PicturePage picture="timeline" kind={kind} id={id} label={label}>
      {page.looked < page.parts && (
        <p className="waits">
          {words.t("pictures.timeline.part", { looked: page.looked, parts: page.parts })}
        </p>
      )}
      {page.marks.length === 0 ? (
        <p className="empty">{words.t("pictures.timeline.empty")}</p>
      ) : (
        <TimelineMarks marks={page.marks} />
      )}
    </PicturePage>
  );
}

export function TimelineMarks({ marks }: { readonly marks: readonly TimelineMark[] }) {
  const { words } = useDesk();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [zoom, setZoom] = useState(1);
  const kinds = [...new Set(marks.map(({ kind }) => kind))];
  const shown = marks.filter(({ kind }) => !hidden.includes(kind));
  const toggle = (kind: string): void =>
    setHidden((last) => (last.includes(kind) ? last.filter((each) => each !== kind) : [...last, kind]));
  return (
    <>
      <div className="picture-tools no-print">
        <Group className="facet" aria-label={words.t("pictures.kinds")}>
          {kinds.map((kind) => (
            <ToggleButton
              key={kind}
              className="toggle"
              isSelected={!hidden.includes(kind)}
              onChange={() => toggle(kind)}
            >
              {words.t(`kind.${kind}`)}{" "}
              <span className="count">
                {numberWords(words, marks.filter((mark) => mark.kind === kind).length)}
              </span>
            </ToggleButton>
          ))}
        </Group>
        <Zoom value={zoom} most={16} change={setZoom} />
      </div>
      <TimelinePicture marks={shown} zoom={zoom} />
      <h2>{words.t("pictures.table")}</h2>
      <TimelineTable marks={shown} />
    </>
  );
}
