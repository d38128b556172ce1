// A redacted copy of a picture: what it carries beside its pixels, which parts are covered, and who makes it and why.
import { useCallback, useState } from "react";
import type { RecordPage } from "@tocsin/workspace";
import type { PagePart, Region, ShownPicture } from "../api/contract/redact.ts";
import { useAnswer, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { FindWords } from "./find-words.tsx";
import { MakeCopy } from "./make-copy.tsx";
import { PictureBoard } from "./picture-board.tsx";
import { partWords, TurnPages, useTurning } from "./pages.tsx";
import { areaOf, isSame, middleOf, within, type NumberedRegion } from "./regions.ts";

export function RedactScreen({ evidence }: { readonly evidence: string }) {
  const { words, api } = useDesk();
  const record = useQuery<RecordPage>("record.show", { record: evidence }).value;
  // The bytes of evidence never change: it is asked for once.
  const asked = useAnswer<ShownPicture>(
    useCallback(() => api.showPicture(evidence, 0), [api, evidence]),
    0,
  );
  return (
    <article className="page redact">
      <Crumbs
        trail={[
          { label: words.t("kind.evidence"), to: ["list", "evidence"] },
          { label: record?.label ?? "", to: ["evidence", evidence] },
        ]}
      />
      <h1>{words.t("desk.redact.title")}</h1>
      <p className="lead">{words.t("desk.redact.intro")}</p>
      {asked.value === null ? (
        <Waiting error={asked.error} />
      ) : (
        <Redacting key={evidence} evidence={evidence} picture={asked.value} />
      )}
    </article>
  );
}

interface RedactingProps {
  readonly evidence: string;
  readonly picture: ShownPicture;
}

function Redacting({ evidence, picture }: RedactingProps) {
  const { words, api } = useDesk();
  const turning = useTurning(picture, (from) => api.showPicture(evidence, from));
  const { shown } = turning;
  const [regions, setRegions] = useState<readonly NumberedRegion[]>([]);
  const [given, setGiven] = useState(0);
  const addAll = (more: readonly Region[]): void => {
    const fresh = more.filter((each) => !regions.some((known) => isSame(known, each)));
    setRegions([...regions, ...fresh.map((each, at) => ({ ...each, number: given + 1 + at }))]);
    setGiven(given + fresh.length);
  };
  const add = (region: Region): void => {
    setRegions((last) => [...last, { ...region, number: given + 1 }]);
    setGiven(given + 1);
  };
  const isDocument = picture.extras.some(({ kind }) => kind === "document");
  const [moved, setMoved] = useState<NumberedRegion | null>(null);
  const change = (region: NumberedRegion): void => {
    setMoved(region);
    setRegions((last) => last.map((each) => (each.number === region.number ? region : each)));
  };
  const remove = (number: number): void =>
    setRegions((last) => last.filter((each) => each.number !== number));
  return (
    <>
      <Carried extras={picture.extras} />
      {isDocument && (
        <FindWords evidence={evidence} cover={(more) => addAll(more.map((each) => within(each, picture)))} />
      )}
      <section aria-labelledby="cover-title">
        <h2 id="cover-title">{words.t("desk.redact.cover")}</h2>
        {isDocument && <p>{words.t("picture.pdf-copy")}</p>}
        <p className="note" id="redact-keys">
          {words.t("desk.redact.keys")}
        </p>
        <TurnPages {...turning} atOnce={picture.shown.length} />
        <PictureBoard picture={shown} regions={regions} add={add} change={change} remove={remove} />
        <p className="actions no-print">
          <Action onPress={() => add(middleOf(areaOf(shown)))}>{words.t("desk.redact.add")}</Action>
        </p>
        <output>{moved !== null && partWords(words, moved, picture.pages)}</output>
        <Parts regions={regions} pages={picture.pages} remove={remove} />
      </section>
      <MakeCopy evidence={evidence} regions={regions} />
    </>
  );
}

function Carried({ extras }: Pick<ShownPicture, "extras">) {
  const { words } = useDesk();
  return (
    <section className="card" aria-labelledby="carried-title">
      <h2 id="carried-title">{words.t("desk.redact.carried")}</h2>
      {extras.length === 0 ? (
        <p>{words.t("desk.redact.carried.none")}</p>
      ) : (
        <>
          <ul>
            {extras.map(({ kind }) => (
              <li key={kind}>{words.t(`picture.extra.${kind}`)}</li>
            ))}
          </ul>
          <p className="note">{words.t("desk.redact.carried.gone")}</p>
        </>
      )}
    </section>
  );
}

interface PartsProps {
  readonly pages: readonly PagePart[];
  readonly regions: readonly NumberedRegion[];
  readonly remove: (number: number) => void;
}

/** The same in words, for whoever does not see the picture. */
function Parts({ regions, pages, remove }: PartsProps) {
  const { words } = useDesk();
  if (regions.length === 0) return <p>{words.t("desk.redact.parts.none")}</p>;
  return (
    <ul className="plain redact-parts" aria-label={words.t("desk.redact.cover")}>
      {regions.map((region) => (
        <li key={region.number}>
          <span>{partWords(words, region, pages)}</span>{" "}
          <Action
            quiet
            label={words.t("desk.redact.remove", { number: region.number })}
            onPress={() => remove(region.number)}
          >
            {words.t("action.remove")}
          </Action>
        </li>
      ))}
    </ul>
  );
}
