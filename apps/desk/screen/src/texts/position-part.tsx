// Whether this one position may leave: a person lets it out with a name and a reason, or keeps it inside again.
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Facts } from "../records/special/facts.tsx";
import { QuickForm } from "../records/special/quick-form.tsx";
import { someFields } from "../records/special/some-fields.ts";
import type { SpecialProps } from "../records/special/special-props.ts";

export function PositionPart({ page }: SpecialProps) {
  const { words } = useDesk();
  const isOut = page.values["mayLeave"] === true;
  return (
    <section className="special card" aria-label={words.t("texts.positions.leaving")}>
      <p>
        <strong>{words.t(isOut ? "texts.positions.is-out" : "texts.positions.is-in")}</strong>
      </p>
      {isOut ? <KeepIn page={page} /> : <LetOut page={page} />}
    </section>
  );
}

function LetOut({ page }: SpecialProps) {
  const desk = useDesk();
  const { words, api } = desk;
  const names = ["letOutBy", "letOutWhy"];
  const fields = someFields(desk, "position", { names, required: names }).map(
    ({ fixed: _fixed, ...field }) => field,
  );
  return (
    <QuickForm
      page={page}
      name="let-out"
      title={words.t("texts.positions.let-out")}
      note={words.t("texts.positions.let-out.note")}
      fields={fields}
      submit={words.t("texts.positions.let-out")}
      send={async ({ letOutBy, letOutWhy }) =>
        api.run("position.let-out", { position: page.id, by: letOutBy, why: letOutWhy })
      }
      undo={async () => api.run("position.keep-in", { position: page.id })}
    />
  );
}

function KeepIn({ page }: SpecialProps) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const act = async (): Promise<void> => {
    await api.run("position.keep-in", { position: page.id });
    announce(words.t("state.done"));
    changed();
  };
  return (
    <>
      <Facts page={page} fields={["letOutBy", "letOutWhy", "letOutWhen"]} />
      <p className="note">{words.t("texts.positions.reach")}</p>
      <p className="actions no-print">
        <Action primary isDisabled={isBusy} onPress={() => run(act)}>
          {words.t("texts.positions.keep-in")}
        </Action>
      </p>
    </>
  );
}
