// Who rates: each sheet, open or closed, and the way to begin one.
import type { SheetLine } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { QuickForm } from "../records/special/quick-form.tsx";
import { someFields } from "../records/special/some-fields.ts";
import { navigate, addressOf } from "../router.ts";
import { momentWords } from "../words/date-words.ts";
import type { AssessingProps } from "./assessing-props.ts";

export function Raters({ page }: Pick<AssessingProps, "page">) {
  const { words } = useDesk();
  // Who has seen what two others found does not rate by themselves any more.
  const isRated = page.sheets.length > 1 && page.sheets.every(({ closed }) => closed !== null);
  return (
    <section aria-labelledby="raters-title">
      <h2 id="raters-title">{words.t("assess.raters")}</h2>
      <ul className="plain card">
        {page.sheets.length === 0 && <li className="note">{words.t("assess.raters.none")}</li>}
        {page.sheets.map((sheet) => (
          <SheetRow key={sheet.rating} sheet={sheet} />
        ))}
      </ul>
      {page.isClosedToOthers && <p className="note">{words.t("assess.closed-to-others")}</p>}
      {page.finished === null && !isRated && <BeginSheet page={page} />}
    </section>
  );
}

function SheetRow({ sheet: { rating, rater, closed } }: { readonly sheet: SheetLine }) {
  const { words } = useDesk();
  return (
    <li>
      <a data-page href={addressOf("rating", rating)}>
        <bdi>{rater}</bdi>
      </a>
      <small className={closed === null ? "waits" : "verified"}>
        {closed === null
          ? words.t("assess.sheet.open")
          : words.t("assess.sheet.closed", { when: momentWords(words, closed) })}
      </small>
    </li>
  );
}

function BeginSheet({ page }: Pick<AssessingProps, "page">) {
  const desk = useDesk();
  const { words, api, sheets } = desk;
  const { assessment } = page;
  return (
    <QuickForm
      page={{ kind: "assessment", id: assessment, labels: page.labels }}
      name="sheet"
      title={words.t("assess.sheet.begin")}
      note={words.t("assess.sheet.begin.note")}
      fields={someFields(desk, "rating", { names: ["rater"], required: ["rater"] })}
      submit={words.t("command.rating.begin")}
      send={async (values) => {
        const begun = await api.run("rating.begin", { ...values, assessment });
        const [rating] = begun.records;
        if (rating !== undefined) {
          sheets.take(assessment, rating);
          navigate("rating", rating);
        }
        return begun;
      }}
    />
  );
}
