// The right of reply: who was invited, until when, what they said word for word, or that nothing came.
import type { ReplyLine } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { useNow } from "../parts/now.ts";
import { leftWords, zoneWords } from "../records/special/day-words.ts";
import { QuickForm } from "../records/special/quick-form.tsx";
import { someFields } from "../records/special/some-fields.ts";
import { dateWords, momentWords } from "../words/date-words.ts";
import type { AssessingProps } from "./assessing-props.ts";
import { NamedLinks } from "./named-links.tsx";

type Props = Pick<AssessingProps, "page">;

export function Replies({ page }: Props) {
  const { words } = useDesk();
  return (
    <section aria-labelledby="reply-title">
      <h2 id="reply-title">{words.t("kind.rightOfReply.one")}</h2>
      {page.replies.length === 0 && <p className="note">{words.t("assess.reply.none")}</p>}
      {page.replies.map((reply) => (
        <ReplyCard key={reply.record} page={page} reply={reply} />
      ))}
      {page.finished === null && <Invite page={page} />}
    </section>
  );
}

function Invite({ page }: Props) {
  const desk = useDesk();
  const { words, api } = desk;
  return (
    <QuickForm
      page={{ kind: "assessment", id: page.assessment, labels: page.labels }}
      name="invite"
      title={words.t("command.reply.invite")}
      note={words.t("assess.reply.invite.note")}
      fields={someFields(desk, "rightOfReply", {
        names: ["to", "deadline", "zone", "release"],
        required: ["to", "deadline", "zone"],
      })}
      submit={words.t("assess.reply.invite.act")}
      send={(values) => api.run("reply.invite", { ...values, assessment: page.assessment })}
    />
  );
}

interface ReplyCardProps extends Props {
  readonly reply: ReplyLine;
}

function ReplyCard({ page, reply }: ReplyCardProps) {
  const { words } = useDesk();
  const now = useNow(60_000);
  const { state, to, invited, deadline, zone, release } = reply;
  const waits = state === "waiting" || state === "overdue";
  const day = { kind: "deadline", day: deadline, zone, done: null };
  return (
    <div className="card">
      <h3>
        <bdi lang={to?.lang}>{to?.text}</bdi>
      </h3>
      <p className={waits ? "waits" : "note"}>
        <strong>{words.t(`assess.reply.state.${state}`)}</strong>
        {waits && ` · ${leftWords(words, day, now)}`}
      </p>
      <p>
        {dateWords(words, deadline)} · {zoneWords(words, zone)}
        {invited !== null && (
          <>
            <br />
            <small>{words.t("assess.reply.invited", { when: momentWords(words, invited) })}</small>
          </>
        )}
      </p>
      {release !== null && (
        <p>
          {words.t("rightOfReply.release")}: <NamedLinks ids={[release]} labels={page.labels} />
        </p>
      )}
      <Words page={page} reply={reply} />
      {reply.received === null && <Receive page={page} reply={reply} />}
      {state === "overdue" && <Silence reply={reply} />}
    </div>
  );
}

function Words({ page, reply: { words: said, evidence, received, silence } }: ReplyCardProps) {
  const { words } = useDesk();
  return (
    <>
      {silence !== null && (
        <p>
          {words.t("rightOfReply.silence")}: {momentWords(words, silence)}
        </p>
      )}
      {said !== null && (
        <figure className="reply-words">
          <blockquote className="said" lang={said.lang} dir="auto">
            {said.text}
          </blockquote>
          <figcaption>
            {received !== null && words.t("assess.reply.received", { when: momentWords(words, received) })}
          </figcaption>
        </figure>
      )}
      {evidence.length > 0 && <NamedLinks ids={evidence} labels={page.labels} />}
    </>
  );
}

function Receive({ page, reply: { record } }: ReplyCardProps) {
  const desk = useDesk();
  const { words, api } = desk;
  return (
    <QuickForm
      page={{ kind: "assessment", id: page.assessment, labels: page.labels }}
      name={`reply-${record}`}
      title={words.t("command.reply.receive")}
      note={words.t("assess.reply.receive.note")}
      fields={someFields(desk, "rightOfReply", { names: ["words", "evidence"], required: ["words"] })}
      submit={words.t("assess.reply.receive.act")}
      send={(values) => api.run("reply.receive", { ...values, reply: record })}
    />
  );
}

/** Only once the time is over: silence before that is none. */
function Silence({ reply: { record } }: { readonly reply: ReplyLine }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const note = async (): Promise<void> => {
    await api.run("reply.silence", { reply: record });
    announce(words.t("state.done"));
    changed();
  };
  return (
    <p className="actions no-print">
      <Action isDisabled={isBusy} onPress={() => run(note)}>
        {words.t("command.reply.silence")}
      </Action>
    </p>
  );
}
