// What happens to a text in the room: its amendments with votes that are added up, and who sponsors it on which day.
import type { AmendmentLine, Motions, RecordPage, SponsorDay } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { QuickForm } from "../records/special/quick-form.tsx";
import { someFields } from "../records/special/some-fields.ts";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

interface MotionsProps {
  readonly page: RecordPage;
  readonly motions: Motions;
}

export function AmendmentsPart({ page, motions: { amendments } }: MotionsProps) {
  const { words } = useDesk();
  return (
    <section aria-labelledby="amendments-title">
      <h2 id="amendments-title">{words.t("kind.amendment")}</h2>
      {amendments.length === 0 ? (
        <p className="empty">{words.t("kind.amendment.empty")}</p>
      ) : (
        <ul className="plain card">
          {amendments.map((each) => (
            <Amendment key={each.record} amendment={each} page={page} />
          ))}
        </ul>
      )}
      <p className="actions no-print">
        <Go to={["new", "amendment", "negotiation", page.id]}>{words.t("texts.motions.new")}</Go>
      </p>
    </section>
  );
}

const counted = ["inFavour", "against", "abstaining", "absent", "members"];

function Amendment({ amendment, page }: { readonly amendment: AmendmentLine; readonly page: RecordPage }) {
  const desk = useDesk();
  const { words, api } = desk;
  const { record, title, number, operation, state, sponsors, vote, effect } = amendment;
  const said = [
    operation === null ? null : codeLabel(words, "amendmentOperations", operation),
    state === null ? null : codeLabel(words, "amendmentStates", state),
    sponsors.length === 0 ? null : sponsors.join(", "),
  ].filter((each) => each !== null);
  const fields = someFields(desk, "amendment", { names: counted }).map(
    ({ fixed: _fixed, ...field }) => field,
  );
  return (
    <li>
      <div>
        <a href={addressOf("amendment", record)}>
          <bdi>{number === null ? title : `${number} · ${title}`}</bdi>
        </a>
        {said.length > 0 && <p className="note">{said.join(" · ")}</p>}
        {effect !== null && <p dir="auto">{effect}</p>}
        {vote !== null && <VoteLine vote={vote} />}
        <QuickForm
          page={page}
          name={`vote-${record}`}
          title={words.t("texts.motions.record-vote")}
          fields={fields}
          submit={words.t("action.add")}
          send={(values) => api.run("amendment.vote", { ...values, amendment: record })}
        />
      </div>
    </li>
  );
}

function VoteLine({ vote }: { readonly vote: NonNullable<AmendmentLine["vote"]> }) {
  const { words } = useDesk();
  const said = (count: number | null): string =>
    count === null ? words.t("texts.motions.unknown") : String(count);
  return (
    <p>
      {words.t("texts.motions.vote", {
        yes: said(vote.inFavour),
        no: said(vote.against),
        abstentions: said(vote.abstaining),
        absent: said(vote.didNotVote),
      })}
      {vote.problem !== null && <strong> {words.t("texts.motions.problem")}</strong>}
    </p>
  );
}

export function SponsorsPart({ page, motions: { sponsors } }: MotionsProps) {
  const desk = useDesk();
  const { words, api } = desk;
  const names = ["dated", "line"];
  const fields = someFields(desk, "sponsorList", { names, required: names }).map(
    ({ fixed: _fixed, ...field }) => field,
  );
  return (
    <section aria-labelledby="sponsors-title">
      <h2 id="sponsors-title">{words.t("kind.sponsorList")}</h2>
      {sponsors.length === 0 ? (
        <p className="empty">{words.t("kind.sponsorList.empty")}</p>
      ) : (
        <ol className="plain card">
          {sponsors.map((day) => (
            <Day key={day.record} day={day} />
          ))}
        </ol>
      )}
      <QuickForm
        page={page}
        name="sponsors"
        title={words.t("texts.motions.take")}
        note={words.t("texts.motions.take.note")}
        fields={fields}
        submit={words.t("action.add")}
        send={(values) => api.run("sponsors.take", { ...values, negotiation: page.id })}
      />
    </section>
  );
}

function Day({ day }: { readonly day: SponsorDay }) {
  const { words } = useDesk();
  const { record, dated, members, observers, change } = day;
  const changes =
    change === null
      ? []
      : (["joined", "left", "otherwise"] as const).filter((which) => change[which].length > 0);
  return (
    <li>
      <div>
        <a href={addressOf("sponsorList", record)}>{dateWords(words, dated)}</a>
        <p className="note">
          {words.t("texts.motions.counts", { members: members.length, observers: observers.length })}
        </p>
        {changes.map((which) => (
          <p key={which} dir="auto">
            {words.t(`texts.motions.${which}`, {
              names: (change?.[which] ?? []).map(({ name }) => name).join(", "),
            })}
          </p>
        ))}
      </div>
    </li>
  );
}
