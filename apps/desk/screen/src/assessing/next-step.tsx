// What comes next in an assessment, in one sentence; and where nothing stands against it any more, the act that ends it.
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { QuickForm } from "../records/special/quick-form.tsx";
import { someFields } from "../records/special/some-fields.ts";
import type { AssessingProps } from "./assessing-props.ts";

type Props = Pick<AssessingProps, "page">;

export function NextStep({ page }: Props) {
  const { words } = useDesk();
  if (page.finished !== null) return null;
  const differing = page.questions.filter(({ how }) => how === "differs").length;
  const open = page.sheets.filter(({ closed }) => closed === null).length;
  const [first, ...others] = page.obstacles;
  return (
    <section aria-labelledby="next-title" className="card next-day">
      <h2 id="next-title">{words.t("special.next")}</h2>
      <p className="next-step">
        {words.t(`assess.next.${first ?? "finish"}`, { count: first === "differences" ? differing : open })}
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((each) => (
            <li key={each}>
              {words.t(`assess.next.${each}`, { count: each === "differences" ? differing : open })}
            </li>
          ))}
        </ul>
      )}
      {first === undefined && <Finish page={page} />}
      {first === "one-rater" && others.length === 0 && <Lone page={page} />}
    </section>
  );
}

function Finish({ page }: Props) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const finish = async (): Promise<void> => {
    await api.run("assessment.finish", { assessment: page.assessment });
    announce(words.t("state.done"));
    changed();
  };
  return (
    <>
      {page.replies.length === 0 && <p className="waits">{words.t("assess.finish.no-reply")}</p>}
      <p className="actions no-print">
        <Action primary isDisabled={isBusy} onPress={() => run(finish)}>
          {words.t("command.assessment.finish")}
        </Action>
        <small>{words.t("assess.finish.note")}</small>
      </p>
    </>
  );
}

/** With one rater alone: only with the reason why that is enough. */
function Lone({ page }: Props) {
  const desk = useDesk();
  const { words, api } = desk;
  return (
    <QuickForm
      page={{ kind: "assessment", id: page.assessment, labels: page.labels }}
      name="lone"
      title={words.t("assess.lone")}
      note={words.t("assess.lone.note")}
      fields={someFields(desk, "assessment", { names: ["loneReason"], required: ["loneReason"] })}
      submit={words.t("command.assessment.finish")}
      send={(values) => api.run("assessment.finish", { ...values, assessment: page.assessment })}
    />
  );
}
