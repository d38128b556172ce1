// A person or organisation: what endangers them, whether they may be named and to whom, what they allowed, to whom they belong,
// and what happened to them.
import type { SomebodyPage } from "@tocsin/workspace";
import { elementsOf } from "@tocsin/records";
import { useQuery } from "../../../asking.ts";
import { useDesk } from "../../../desk.tsx";
import { plainText } from "../../../fields/plain-text.ts";
import { languageTextOf } from "../../../fields/language-text.ts";
import { Waiting } from "../../../parts/waiting.tsx";
import { codeLabel } from "../../../words/labels.ts";
import type { SpecialProps } from "../special-props.ts";
import { Consents } from "./consents.tsx";
import { Happened } from "./happened.tsx";
import { Ties } from "./ties.tsx";

export function SomebodyPart({ page }: SpecialProps) {
  const { words } = useDesk();
  const asked = useQuery<SomebodyPage>("somebody.page", { somebody: page.id });
  const found = asked.value;
  return (
    <section className="special" aria-label={words.t(`special.${page.kind}`)}>
      <Flags page={page} />
      <NamesInScripts page={page} />
      {found === null ? (
        <Waiting error={asked.error} />
      ) : (
        <>
          <div className="cols even">
            <Named found={found} />
            <Ties page={page} found={found} />
          </div>
          <Consents page={page} found={found} />
        </>
      )}
      <Happened page={page} />
    </section>
  );
}

/** A flag names a risk; that somebody is a child stands first. */
function Flags({ page: { values } }: SpecialProps) {
  const { words } = useDesk();
  const flags = elementsOf(values["flags"]).map(plainText);
  const isChild = values["child"] === true || flags.includes("child");
  if (flags.length === 0 && !isChild) return null;
  return (
    <>
      {isChild && <p className="waits">{words.t("special.child")}</p>}
      <ul className="tags">
        {flags.map((flag) => (
          <li className="tag flag" key={flag}>
            {codeLabel(words, "riskFlags", flag)}
          </li>
        ))}
      </ul>
    </>
  );
}

function NamesInScripts({ page: { values } }: SpecialProps) {
  const { words } = useDesk();
  const names = elementsOf(values["names"]).flatMap((each) => languageTextOf(each) ?? []);
  const pseudonym = languageTextOf(values["pseudonym"]);
  if (names.length === 0 && pseudonym === null) return null;
  return (
    <p>
      {names.length > 0 && (
        <>
          {words.t("special.names")}:{" "}
          {names.map(({ text, lang }, index) => (
            <span key={`${lang} ${text}`}>
              {index > 0 && " · "}
              <bdi lang={lang}>{text}</bdi>
            </span>
          ))}
        </>
      )}
      {pseudonym !== null && (
        <>
          {names.length > 0 && <br />}
          {words.t("person.pseudonym")}: <bdi lang={pseudonym.lang}>{pseudonym.text}</bdi>
        </>
      )}
    </p>
  );
}

/** By audience; what is not allowed says why. */
function Named({ found: { named, isWhole } }: { readonly found: SomebodyPage }) {
  const { words } = useDesk();
  return (
    <div>
      <h2>{words.t("special.named")}</h2>
      <ul className="card plain">
        {named.map(({ audience, decision }) => (
          <li key={audience}>
            <span>{codeLabel(words, "audiences", audience)}</span>
            <small className={decision.allowed ? "verified" : "waits"}>
              {decision.allowed ? words.t("special.named.yes") : words.t(`consent.reason.${decision.reason}`)}
            </small>
          </li>
        ))}
      </ul>
      <p className="note">{words.t(isWhole ? "special.named.note" : "special.named.part")}</p>
    </div>
  );
}
