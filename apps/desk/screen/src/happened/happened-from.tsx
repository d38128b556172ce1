// Something happened, and a piece of evidence or a finding of it is in the vault: the incident is begun from there.
import { useEffect, useState } from "react";
import type { FindingPage, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDrawnIn } from "../beside/drawn-in.ts";
import { useDesk } from "../desk.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { nameOfForm } from "../unsent/form-name.ts";
import { KeptForm, type Kept } from "../unsent/kept-form.tsx";
import { shortAccountIn, typedOf, type Named, type ShortAccount } from "./short-account.ts";
import { ShortForm, type Proposed, type Resting } from "./short-form.tsx";

interface HappenedFromProps {
  readonly about: "evidence" | "finding";
  readonly id: string;
}

export function HappenedFrom({ about, id }: HappenedFromProps) {
  return about === "finding" ? <FromFinding id={id} /> : <FromEvidence id={id} />;
}

function FromFinding({ id }: { readonly id: string }) {
  const { value: page, error } = useQuery<FindingPage>("finding.page", { finding: id });
  if (page === null) return <Waiting error={error} />;
  return (
    <KeptTelling
      basis={{
        kind: "finding",
        id,
        label: page.title,
        acts: page.acts,
        proposed: {
          whenFrom: "finding",
          when: page.time ?? "",
          case: page.case ?? page.evidence?.case ?? null,
          title: page.title,
        },
        rest: { evidence: [], findings: [id] },
      }}
    />
  );
}

function FromEvidence({ id }: { readonly id: string }) {
  const { value: page, error } = useQuery<RecordPage>("record.show", { record: id });
  if (page === null) return <Waiting error={error} />;
  return (
    <KeptTelling
      basis={{
        kind: "evidence",
        id,
        label: page.label,
        acts: [],
        // When it came into somebody's hands is not when it happened.
        proposed: { whenFrom: "file", when: "", case: caseIn(page), title: page.label },
        rest: { evidence: [id], findings: [] },
      }}
    />
  );
}

/** The case that a record is in, by its label. */
export function caseIn({ kind, id, label, values, labels }: RecordPage): Named | null {
  if (kind === "case") return { id, label };
  const { case: linked } = values;
  if (typeof linked !== "string") return null;
  return { id: linked, label: labels[linked]?.label ?? "" };
}

interface Basis {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  /** That it suggests. */
  readonly acts: readonly string[];
  readonly proposed: Proposed;
  readonly rest: Resting;
}

function KeptTelling({ basis }: { readonly basis: Basis }) {
  const form = nameOfForm(useDrawnIn().route);
  return <KeptForm form={form}>{(kept) => <Telling kept={kept} basis={basis} />}</KeptForm>;
}

function Telling({ kept, basis }: { readonly kept: Kept; readonly basis: Basis }) {
  const { words } = useDesk();
  const { isBeside } = useDrawnIn();
  const { kind, id, label, acts, proposed, rest } = basis;
  const [first] = useState<ShortAccount>(() =>
    shortAccountIn(kept.typed, { acts, title: "", when: proposed.when }),
  );
  const [account, setAccount] = useState(first);
  const { keep } = kept;
  useEffect(() => {
    if (account !== first) keep({ typed: typedOf(account), label: account.title.slice(0, 80) });
  }, [account, first, keep]);
  return (
    <ShortForm
      account={account}
      change={setAccount}
      proposed={proposed}
      restOn={() => Promise.resolve(rest)}
      end={kept.end}
      below={kept.notice}
    >
      {!isBeside && <Crumbs trail={[{ label, to: [kind, id] }]} />}
      {!isBeside && <h1>{words.t("desk.quick.record")}</h1>}
      <p className="note">
        {words.t("desk.quick.rests-on")}{" "}
        <a href={addressOf(kind, id)}>
          <bdi>{label}</bdi>
        </a>
      </p>
    </ShortForm>
  );
}
