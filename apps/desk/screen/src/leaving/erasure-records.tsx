// What would be erased, record by record, each with its reason; and where else somebody is named.
import type { ErasurePlan } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { numberWords, sizeWords } from "../words/amounts.ts";
import { labelOfRecord } from "../words/label-of-record.ts";

interface ErasureRecordsProps {
  readonly plan: ErasurePlan;
  readonly chosen: ReadonlySet<string>;
  readonly change: (chosen: ReadonlySet<string>) => void;
}

export function ErasureRecords({ plan, chosen, change }: ErasureRecordsProps) {
  const { words } = useDesk();
  const toggle = (id: string): void =>
    change(new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id]));
  return (
    <section className="card" aria-labelledby="what-title">
      <h2 id="what-title">{words.t("desk.erase.what")}</h2>
      <Sum plan={plan} chosen={chosen} />
      <fieldset className="checks">
        <legend>{words.t("desk.erase.choose")}</legend>
        {plan.records.map(({ id, kind, label, operations, reason, keptBy }) => (
          <Choice key={id} id={id} kind={kind} label={label} isChosen={chosen.has(id)} toggle={toggle}>
            {words.t(`desk.erase.reason.${reason}`)} · {words.t("desk.bundle.entries", { count: operations })}
            <Files plan={plan} record={id} />
            {keptBy.length > 0 && <span className="danger"> {words.t("desk.erase.kept")}</span>}
          </Choice>
        ))}
      </fieldset>
      {plan.mentions.length > 0 && (
        <fieldset className="checks">
          <legend>{words.t("desk.erase.mentions", { count: plan.mentions.length })}</legend>
          <p className="note">{words.t("desk.erase.mentions.note")}</p>
          {plan.mentions.map(({ id, kind, label, operations }) => (
            <Choice key={id} id={id} kind={kind} label={label} isChosen={chosen.has(id)} toggle={toggle}>
              {words.t("desk.bundle.entries", { count: operations })}
            </Choice>
          ))}
        </fieldset>
      )}
    </section>
  );
}

/** How much goes, of what is chosen now. */
function Sum({ plan, chosen }: Pick<ErasureRecordsProps, "plan" | "chosen">) {
  const { words } = useDesk();
  const records = [...plan.records, ...plan.mentions].filter(({ id }) => chosen.has(id));
  const files = plan.evidence.filter(({ record }) => chosen.has(record));
  return (
    <p aria-live="polite">
      {words.t("desk.erase.sum", {
        records: numberWords(words, records.length),
        entries: numberWords(
          words,
          records.reduce((sum, { operations }) => sum + operations, 0),
        ),
        files: numberWords(words, files.length),
        size: sizeWords(
          words,
          files.reduce((sum, { size }) => sum + (size ?? 0), 0),
        ),
      })}
    </p>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly toggle: (id: string) => void;
  readonly children: React.ReactNode;
}

function Choice({ id, kind, label, isChosen, toggle, children }: ChoiceProps) {
  const desk = useDesk();
  const { words } = desk;
  return (
    <label className="check">
      <input type="checkbox" checked={isChosen} onChange={() => toggle(id)} />
      <span>
        <a href={addressOf(kind, id)}>
          <bdi>{labelOfRecord(desk, { kind, label })}</bdi>
        </a>{" "}
        <small>
          {words.t(`kind.${kind}.one`)} · {children}
        </small>
      </span>
    </label>
  );
}

function Files({ plan, record }: { readonly plan: ErasurePlan; readonly record: string }) {
  const { words } = useDesk();
  const files = plan.evidence.filter((file) => file.record === record);
  if (files.length === 0) return null;
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0);
  return <> · {words.t("desk.erase.files", { count: files.length, size: sizeWords(words, size) })}</>;
}
