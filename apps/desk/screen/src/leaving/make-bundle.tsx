// Names that would leave without a consent, each let out by a person or not at all; then approving and making.
import { useState } from "react";
import type { BundlePlan, RecordPage } from "@tocsin/workspace";
import type { BundleInput, MadeBundleResult } from "../api/contract/bundle.ts";
import { useQuery, useWork } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { outputLocale } from "../fields/audience-and-language.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { RecordLabel } from "../records/record-label.tsx";
import { Earlier } from "../report/earlier.tsx";
import { addressOf } from "../router.ts";
import { WorkState } from "../vault/work-state.tsx";
import { textOr } from "../words/labels.ts";
import { SealingChoice } from "./sealing-choice.tsx";
import { useSealing } from "./sealing.ts";

interface MakeBundleProps {
  readonly about: BundleInput;
  readonly plan: BundlePlan;
}

export function MakeBundle({ about, plan }: MakeBundleProps) {
  const { words, api, session } = useDesk();
  const [approvedBy, setApprovedBy] = useState(session.settings.me);
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([]);
  const [place, setPlace] = useState<readonly string[]>([session.home]);
  const [name, setName] = useState(() => `bundle-${new Date().toISOString().slice(0, 10)}`);
  const work = useWork<MadeBundleResult>("bundle");
  const [path] = place;
  const sealing = useSealing();
  const isCovered = plan.names.every(
    ({ record, canAcknowledge }) => canAcknowledge && acknowledged.includes(record),
  );
  const isNamed = approvedBy.trim() !== "" && path !== undefined && name.trim() !== "";
  const [isAccepted, setAccepted] = useState(false);
  const isReady =
    isCovered && (plan.earlier.length === 0 || isAccepted) && isNamed && sealing.recipients !== null;
  const make = (event: Submitted): void => {
    event.preventDefault();
    const input = {
      ...about,
      approvedBy: approvedBy.trim(),
      acknowledged,
      ...(plan.earlier.length === 0 ? {} : { acceptDifferences: isAccepted }),
      recipients: sealing.recipients ?? [],
      path: path ?? "",
      name: name.trim(),
    };
    work.start(() => api.makeBundle({ ...input, lang: outputLocale(session) }));
  };
  return (
    <form className="card fields" onSubmit={make} autoComplete="off" aria-labelledby="make-title">
      <h2 id="make-title">{words.t("desk.release.approve")}</h2>
      <Names plan={plan} acknowledged={acknowledged} change={setAcknowledged} />
      <Earlier notices={plan.earlier} isAccepted={isAccepted} accept={setAccepted} />
      {plan.exhibits.length > 0 && <SealingChoice sealing={sealing} />}
      <p className="waits">{words.t("desk.bundle.leaves")}</p>
      <FormField label={words.t("release.approvedBy")} value={approvedBy} change={setApprovedBy} required />
      <PathPicker label={words.t("desk.bundle.place")} chosen={place} choose={setPlace} />
      <FormField
        label={words.t("desk.bundle.name")}
        help={words.t("desk.bundle.name.help")}
        value={name}
        change={setName}
        required
      />
      <div className="actions">
        <Action primary isSubmit isDisabled={work.isBusy || !isReady}>
          {words.t("desk.bundle.make")}
        </Action>
        <output>{!isReady && <small>{words.t("desk.bundle.missing")}</small>}</output>
      </div>
      <WorkState job={work.job} />
      {work.result !== null && <Made made={work.result} />}
    </form>
  );
}

/** What lies outside the bundle and is named in it, such as a source: its kind alone would not tell which. */
function NameOutside({ record, kind }: { readonly record: string; readonly kind: string }) {
  const { words } = useDesk();
  const { value } = useQuery<RecordPage>("record.show", { record });
  return value === null ? <bdi>{words.t(`kind.${kind}.one`)}</bdi> : <RecordLabel page={value} />;
}

interface NamesProps {
  readonly plan: BundlePlan;
  readonly acknowledged: readonly string[];
  readonly change: (acknowledged: readonly string[]) => void;
}

function Names({ plan, acknowledged, change }: NamesProps) {
  const { words } = useDesk();
  if (plan.names.length === 0) return <p className="verified">{words.t("desk.bundle.names.none")}</p>;
  const titleOf = (record: string): string => plan.records.find(({ id }) => id === record)?.title ?? "";
  const toggle = (record: string): void =>
    change(
      acknowledged.includes(record)
        ? acknowledged.filter((each) => each !== record)
        : [...acknowledged, record],
    );
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  return (
    <fieldset className="checks">
      <legend className="danger">{words.t("desk.bundle.names", { count: plan.names.length })}</legend>
      {plan.names.map(({ record, kind, reason, carries = [], canAcknowledge }) => (
        <label key={record} className="check">
          <input
            type="checkbox"
            disabled={!canAcknowledge}
            checked={acknowledged.includes(record)}
            onChange={() => toggle(record)}
          />
          <span>
            <a href={addressOf(kind, record)}>
              {titleOf(record) === "" ? (
                <NameOutside record={record} kind={kind} />
              ) : (
                <bdi>{titleOf(record)}</bdi>
              )}
            </a>{" "}
            <small className="waits">{textOr(words, `consent.reason.${reason}`, reason)}</small>{" "}
            {carries.length > 0 && (
              <small>
                {words.t("consent.carries", {
                  what: list.format(carries.map((each) => words.t(`picture.extra.${each}`))),
                })}
              </small>
            )}{" "}
            {redactable.has(reason) && (
              <a href={addressOf("evidence", record, "redact")}>{words.t("desk.redact.title")}</a>
            )}{" "}
            {words.t(canAcknowledge ? "desk.bundle.names.let-out" : "desk.bundle.names.never")}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Made({ made }: { readonly made: MadeBundleResult }) {
  const { words } = useDesk();
  return (
    <div>
      <p className="verified">{words.t("desk.bundle.made")}</p>
      <p>
        <code dir="ltr">{made.folder}</code>
      </p>
      <p>{words.t(made.hasPage ? "desk.bundle.check.page" : "desk.bundle.check.command")}</p>
      <p className="in-clear">
        {words.t(made.sealedTo > 0 ? "desk.bundle.in-clear.sealed" : "desk.bundle.in-clear")}
      </p>
      <p>
        <a href={addressOf("release", made.release)}>{words.t("desk.bundle.release")}</a>
      </p>
    </div>
  );
}

/** Files that can leave as a redacted copy. */
const redactable: ReadonlySet<string> = new Set(["metadata", "document"]);
