// What the organisation says of its library, in which languages its pages are, and where it is meant to lie.
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { isThreshold, isWebAddress, type SaidOfIt } from "./said-of-it.ts";

interface SaidFormProps {
  readonly said: SaidOfIt;
  readonly change: (said: SaidOfIt) => void;
  readonly isBusy: boolean;
  readonly plan: () => void;
}

export function SaidForm({ said, change, isBusy, plan }: SaidFormProps) {
  const { words } = useDesk();
  const set = <Name extends keyof SaidOfIt>(name: Name, value: SaidOfIt[Name]): void =>
    change({ ...said, [name]: value });
  const addresses = [said.address, said.onion, ...said.mirrors.split("\n")];
  const isReady =
    said.publisher.trim() !== "" &&
    said.locales.length > 0 &&
    addresses.every((each) => isWebAddress(each)) &&
    isThreshold(said.threshold);
  const submit = (event: Submitted): void => {
    event.preventDefault();
    if (isReady) plan();
  };
  return (
    <form className="card fields" onSubmit={submit} autoComplete="off" aria-labelledby="said-title">
      <h2 id="said-title">{words.t("desk.library.said")}</h2>
      <FormField
        label={words.t("library.about.publisher")}
        value={said.publisher}
        change={(text) => set("publisher", text)}
        required
      />
      <Locales chosen={said.locales} choose={(locales) => set("locales", locales)} />
      <details>
        <summary>{words.t("desk.library.more")}</summary>
        <div className="fields">
          <FormField
            label={words.t("library.about.title")}
            help={words.t("desk.library.title.help")}
            value={said.title}
            change={(text) => set("title", text)}
          />
          <FormField
            label={words.t("library.about.about")}
            value={said.about}
            change={(text) => set("about", text)}
            multiline
          />
          <Address name="address" said={said} set={set} />
          <Address name="onion" said={said} set={set} />
          <Address name="mirrors" said={said} set={set} />
          <Numbers said={said} change={change} />
        </div>
      </details>
      <p className="actions">
        <Action primary isSubmit isDisabled={isBusy || !isReady}>
          {words.t("desk.library.plan")}
        </Action>
        <output>
          {said.publisher.trim() === "" && <small>{words.t("desk.library.plan.missing")}</small>}
        </output>
      </p>
    </form>
  );
}

/** Whether numbers leave with it, and under which number small ones are hidden. */
function Numbers({ said, change }: Pick<SaidFormProps, "said" | "change">) {
  const { words } = useDesk();
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={said.numbers}
          onChange={() => change({ ...said, numbers: !said.numbers })}
        />
        {words.t("desk.library.numbers")}
      </label>
      {said.numbers && (
        <FormField
          label={words.t("desk.counts.threshold")}
          help={words.t("desk.counts.threshold.help")}
          value={said.threshold}
          change={(threshold) => change({ ...said, threshold })}
          problem={isThreshold(said.threshold) ? null : words.t("desk.counts.threshold.problem")}
        />
      )}
    </>
  );
}

interface AddressProps {
  readonly name: "address" | "onion" | "mirrors";
  readonly said: SaidOfIt;
  readonly set: (name: "address" | "onion" | "mirrors", value: string) => void;
}

function Address({ name, said, set }: AddressProps) {
  const { words } = useDesk();
  const isRight = said[name].split("\n").every((each) => isWebAddress(each));
  return (
    <FormField
      label={words.t(`library.about.${name}`)}
      {...(name === "onion" ? {} : { help: words.t(`desk.library.${name}.help`) })}
      value={said[name]}
      change={(text) => set(name, text)}
      problem={isRight ? null : words.t("desk.library.address.problem")}
      multiline={name === "mirrors"}
    />
  );
}

interface LocalesProps {
  readonly chosen: readonly string[];
  readonly choose: (locales: readonly string[]) => void;
}

/** In the order of the program, but for the first one, in which the start page is. */
function Locales({ chosen, choose }: LocalesProps) {
  const { words, session } = useDesk();
  const whole = session.locales.filter(({ isWhole }) => isWhole);
  const toggle = (code: string): void =>
    choose(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  return (
    <fieldset className="checks">
      <legend>{words.t("library.about.locales")}</legend>
      {whole.map(({ code, name }) => (
        <label key={code} className="check">
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
          <bdi lang={code}>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
