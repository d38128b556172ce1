// The end of a sheet: what it still lacks, by name and with the way there; then it is closed, and stays so.
import type { AssessmentPage } from "@tocsin/workspace";
import { useAction } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { Action, Go } from "../../parts/action.tsx";
import { stateOf, type Asked } from "./asked.ts";

interface CloseSheetProps {
  readonly page: AssessmentPage;
  readonly rating: string;
  readonly asked: readonly Asked[];
  readonly go: (at: number) => void;
}

export function CloseSheet({ page, rating, asked, go }: CloseSheetProps) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const isClosed = page.sheets.some((each) => each.rating === rating && each.closed !== null);
  const lacking = asked.filter(({ answer }) => (answer?.lacks ?? null) !== null);
  const close = async (): Promise<void> => {
    await api.run("rating.close", { rating });
    announce(words.t("assess.closed.said"));
    changed();
  };
  return (
    <section className="card close-sheet" aria-labelledby="close-title">
      <h2 id="close-title">{words.t(isClosed ? "assess.closed.title" : "command.rating.close")}</h2>
      {isClosed ? (
        <>
          <p>{words.t(page.isClosedToOthers ? "assess.closed.waits" : "assess.closed.both")}</p>
          <p className="actions">
            <Go primary={!page.isClosedToOthers} to={["assessment", page.assessment]}>
              {words.t("assess.back")}
            </Go>
          </p>
        </>
      ) : (
        <>
          <Lacking lacking={lacking} go={go} />
          <p className="note">{words.t("assess.close.note")}</p>
          <p className="actions">
            <Action
              primary={lacking.length === 0}
              isDisabled={isBusy || lacking.length > 0}
              onPress={() => run(close)}
            >
              {words.t("assess.close")}
            </Action>
          </p>
        </>
      )}
    </section>
  );
}

function Lacking({ lacking, go }: Pick<CloseSheetProps, "go"> & { readonly lacking: readonly Asked[] }) {
  const { words } = useDesk();
  if (lacking.length === 0) return <p>{words.t("assess.close.ready")}</p>;
  return (
    <>
      <p>{words.t("assess.close.lacks", { count: lacking.length })}</p>
      <ul className="lacking">
        {lacking.map((each) => (
          <li key={each.question.id}>
            <Action quiet onPress={() => go(each.at)}>
              {words.t("assess.question", { number: each.at + 1 })}
            </Action>{" "}
            {words.t(`assess.strip.${stateOf(each)}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
