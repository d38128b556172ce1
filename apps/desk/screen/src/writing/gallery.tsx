// Which document to write: every template by what it is for, what it is made of, and how far its rules were checked.
import type { OfferedTemplate, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { RecordLabel } from "../records/record-label.tsx";
import type { BegunFrom } from "../records/new-record.tsx";
import { addressOf, type Route } from "../router.ts";
import { localeName } from "@tocsin/language";
import { codeLabel } from "../words/labels.ts";
import { RulesLine, RulesList } from "./template-rules.tsx";
import { useTemplates } from "./templates.ts";

/** `link`: the case or other record that it is to be about, and the field that says so. */
export function Gallery({ link }: { readonly link: BegunFrom | null }) {
  const { words } = useDesk();
  const { value, error } = useTemplates();
  if (value === null) return <Waiting error={error} />;
  return (
    <article className="page wide">
      <Crumbs trail={[{ label: words.t("kind.document"), to: ["list", "document"] }]} />
      <h1>{words.t("writing.begin")}</h1>
      {link !== null && <About link={link} />}
      <p className="lead">{words.t("writing.choose")}</p>
      <div className="templates">
        {value.map((template) => (
          <TemplateCard
            key={template.name}
            template={template}
            begin={["write", "begin", template.name, ...(link === null ? [] : [link.field, link.id])]}
          />
        ))}
      </div>
    </article>
  );
}

function About({ link }: { readonly link: BegunFrom }) {
  const { words } = useDesk();
  if (link.field === "country")
    return (
      <p>
        {words.t("writing.about")}{" "}
        <a href={addressOf("matrix", "state", link.id)}>{codeLabel(words, "countries", link.id)}</a>
      </p>
    );
  return <AboutRecord id={link.id} />;
}

function AboutRecord({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const { value } = useQuery<RecordPage>("record.show", { record: id });
  if (value === null) return null;
  return (
    <p>
      {words.t("writing.about")}{" "}
      <a href={addressOf(value.kind, id)}>
        <RecordLabel page={value} />
      </a>
    </p>
  );
}

interface TemplateCardProps {
  readonly template: OfferedTemplate;
  readonly begin: Route;
}

function TemplateCard({ template, begin }: TemplateCardProps) {
  const { words } = useDesk();
  const { name, parts, rules } = template;
  const label = words.t(`documentTemplates.${name}.label`);
  return (
    <section className="card template" aria-labelledby={`template-${name}`}>
      <h2 id={`template-${name}`}>
        <a href={addressOf(...begin)}>{label}</a>
      </h2>
      <p>{words.t(`documentTemplates.${name}.definition`)}</p>
      <TemplateFacts template={template} />
      <RulesLine rules={rules} />
      <details className="facts">
        <summary>{words.t("writing.parts", { count: parts.length })}</summary>
        <ol>
          {parts.map((part) => (
            <li key={part.name}>
              {words.t(part.heading)}
              {part.required && <small> · {words.t("state.required")}</small>}
              {part.from !== "people" && <small> · {words.t("writing.from-records")}</small>}
            </li>
          ))}
        </ol>
      </details>
      <RulesList rules={rules} />
      <p className="actions">
        <Go to={begin}>{words.t("writing.begin-this", { template: label })}</Go>
      </p>
    </section>
  );
}

export function TemplateFacts({ template }: Pick<TemplateCardProps, "template">) {
  const { words } = useDesk();
  const { audience, about, languages, limit, wordsPerMinute } = template;
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  const names = languages.map((code) => localeName(code, words.locale));
  return (
    <dl className="face">
      <dt>{words.t("document.audience")}</dt>
      <dd>{codeLabel(words, "audiences", audience)}</dd>
      <dt>{words.t("writing.about")}</dt>
      <dd>{words.t(`writing.about.${about}`)}</dd>
      {names.length > 0 && (
        <>
          <dt>{words.t("writing.languages")}</dt>
          <dd>{list.format(names)}</dd>
        </>
      )}
      <dt>{words.t("writing.limit")}</dt>
      <dd>
        {limit === null ? words.t("writing.limit.none") : words.t("writing.words", { words: limit.words })}
        {wordsPerMinute !== null && ` · ${words.t("writing.pace", { words: wordsPerMinute })}`}
      </dd>
    </dl>
  );
}
