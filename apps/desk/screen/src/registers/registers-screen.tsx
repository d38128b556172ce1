// The registers that feed assessments, each with how many measures it has; one of them with its timeline.
import type { RegisterPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { TimelineMarks } from "../pictures/time/timeline-screen.tsx";
import { TablesNotice } from "../records/tables-notice.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";
import { registers } from "./registers.ts";

type Tally = Readonly<Record<string, number>>;

export function RegistersScreen({ register }: { readonly register: string | null }) {
  return register === null ? <AllRegisters /> : <OneRegister register={register} />;
}

function AllRegisters() {
  const { words } = useDesk();
  const { value, error } = useQuery<Tally>("record.tally", { kind: "measure", facet: "measureKind" });
  return (
    <article className="page">
      <h1>{words.t("registers.title")}</h1>
      <p className="note">{words.t("registers.why")}</p>
      <TablesNotice />
      {value === null ? (
        <Waiting error={error} />
      ) : (
        <ul className="card plain">
          {registers.map(({ code }) => (
            <li key={code}>
              <a href={addressOf("registers", code)}>{codeLabel(words, "measureKinds", code)}</a>{" "}
              <span className="count">{numberWords(words, value[code] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="actions no-print">
        <Go to={["new", "measure"]}>{words.t("desk.record.new", { kind: words.t("kind.measure.one") })}</Go>
        <Go to={["map", "measure"]}>{words.t("pictures.map.measures")}</Go>
      </p>
    </article>
  );
}

function OneRegister({ register }: { readonly register: string }) {
  const { words } = useDesk();
  const { value, error } = useQuery<RegisterPage>("register.page", { register });
  return (
    <article className="page wide">
      <h1>{codeLabel(words, "measureKinds", register)}</h1>
      <TablesNotice />
      <p className="actions no-print">
        <Go primary to={["new", "measure", "register", register]}>
          {words.t("desk.record.new", { kind: words.t("kind.measure.one") })}
        </Go>
        <Go to={["registers"]}>{words.t("registers.title")}</Go>
        <Go to={["list", "measure", register]}>{words.t("registers.list")}</Go>
        <Go to={["map", "measure", register]}>{words.t("pictures.map")}</Go>
      </p>
      {value === null ? (
        <Waiting error={error} />
      ) : value.marks.length === 0 ? (
        <p className="empty">{words.t("kind.measure.empty")}</p>
      ) : (
        <TimelineMarks marks={value.marks} />
      )}
      {value !== null && value.total > value.marks.length && (
        <p className="note">
          {words.t("pictures.timeline.part", { looked: value.marks.length, parts: value.total })}
        </p>
      )}
    </article>
  );
}
