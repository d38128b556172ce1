// The manual as a screen of its own: every guide by its task, a search in all of their words, and one guide to read.
import { useState } from "react";
import { isMeant, type Translator } from "@tocsin/language";
import { useWords } from "../desk.tsx";
import { PrintAction } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { FormField } from "../parts/form-field.tsx";
import { addressOf } from "../router.ts";
import { GuideSteps } from "./guide-steps.tsx";
import { sentenceOf, type Guide } from "./guide.ts";
import { guides } from "./guides.ts";

export function ManualScreen({ name }: { readonly name: string | null }) {
  const guide = guides.find((each) => each.name === name);
  return guide === undefined ? <AllGuides /> : <OneGuide guide={guide} />;
}

function OneGuide({ guide }: { readonly guide: Guide }) {
  const words = useWords();
  return (
    <article className="page narrow">
      <Crumbs trail={[{ label: words.t("manual.title"), to: ["manual"] }]} />
      <h1>{words.t(`manual.${guide.name}.title`)}</h1>
      <GuideSteps guide={guide} hasPictures />
      <p className="actions">
        <PrintAction>{words.t("action.print")}</PrintAction>
      </p>
    </article>
  );
}

function AllGuides() {
  const words = useWords();
  const [typed, setTyped] = useState("");
  const found = guides.filter((guide) => isMeant(textOf(words, guide), typed));
  return (
    <article className="page narrow">
      <h1>{words.t("manual.title")}</h1>
      <p className="lead">{words.t("manual.why")}</p>
      <FormField label={words.t("manual.search")} value={typed} change={setTyped} />
      <output>{found.length === 0 && words.t("manual.none")}</output>
      {found.length > 0 && (
        <ul className="card plain">
          {found.map(({ name, steps }) => (
            <li key={name}>
              <a href={addressOf("manual", name)}>{words.t(`manual.${name}.title`)}</a>
              <small>{words.t("manual.steps", { count: steps.length })}</small>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** All that a search in the manual looks at. */
function textOf(words: Translator, { name, steps }: Guide): string {
  const own = ["title", "why"].map((part) => words.t(`manual.${name}.${part}`));
  return [...own, ...steps.map((step) => sentenceOf(words, step))].join(" ");
}
