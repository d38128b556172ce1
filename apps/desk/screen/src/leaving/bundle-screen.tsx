// A bundle that anybody can check, of a case or a piece of evidence: what it lets out is shown before anything leaves.
import { useCallback, useState } from "react";
import type { BundlePlan, RecordPage } from "@tocsin/workspace";
import type { BundleInput } from "../api/contract/bundle.ts";
import { useAnswer, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { MakeBundle } from "./make-bundle.tsx";
import { BundleContents } from "./bundle-contents.tsx";

export interface BundleAbout {
  readonly kind: "case" | "evidence";
  readonly id: string;
}

export function BundleScreen({ kind, id }: BundleAbout) {
  const { words, definitions } = useDesk();
  const [audience, setAudience] = useState("court");
  const record = useQuery<RecordPage>("record.show", { record: id }).value;
  const audiences = choicesOf(words, definitions, "audiences");
  const chosen = audiences.some((choice) => choice.id === audience) ? audience : (audiences[0]?.id ?? "");
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t(`kind.${kind}`), to: ["list", kind] },
          { label: record?.label ?? "", to: [kind, id] },
        ]}
      />
      <h1>{words.t("desk.bundle.title")}</h1>
      <p className="lead">{words.t("desk.bundle.intro")}</p>
      <div className="choices-line">
        <SelectField
          label={words.t("desk.release.audience")}
          value={chosen}
          choices={audiences}
          choose={setAudience}
          canBeEmpty={false}
        />
      </div>
      <Planned key={chosen} kind={kind} id={id} audience={chosen} />
    </article>
  );
}

function Planned({ kind, id, audience }: BundleAbout & { readonly audience: string }) {
  const { words, api } = useDesk();
  const about = kind === "case" ? { case: id } : { evidence: [id] };
  const key = JSON.stringify({ ...about, audience });
  const asked = useAnswer<BundlePlan>(
    useCallback(() => api.planBundle(JSON.parse(key) as BundleInput), [api, key]),
    0,
  );
  if (asked.value === null)
    return asked.error === null ? (
      <output className="note">{words.t("desk.bundle.planning")}</output>
    ) : (
      <Waiting error={asked.error} />
    );
  return (
    <>
      <BundleContents plan={asked.value} />
      <MakeBundle about={{ ...about, audience }} plan={asked.value} />
    </>
  );
}
