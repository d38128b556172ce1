// The two ways in which evidence leaves in a bundle: as it lies, with what opens it; or sealed to a key of the recipient.
import { useDesk } from "../desk.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Sealing } from "./sealing.ts";

export function SealingChoice({ sealing }: { readonly sealing: Sealing }) {
  const { words } = useDesk();
  const ways = [
    { name: "as-it-lies", isAnew: false },
    { name: "recipient", isAnew: true },
  ];
  return (
    <fieldset className="ways">
      <legend>{words.t("desk.bundle.sealing")}</legend>
      {ways.map(({ name, isAnew }) => (
        <label key={name} className="way">
          <input
            type="radio"
            name="sealing"
            checked={sealing.isAnew === isAnew}
            onChange={() => sealing.choose(isAnew)}
          />
          <span>
            <strong>{words.t(`desk.bundle.sealing.${name}`)}</strong>{" "}
            <span className="note">{words.t(`desk.bundle.sealing.${name}.what`)}</span>
          </span>
        </label>
      ))}
      {sealing.isAnew && <Keys sealing={sealing} />}
    </fieldset>
  );
}

function Keys({ sealing: { keys, states, type } }: { readonly sealing: Sealing }) {
  const { words } = useDesk();
  const wrong = states.find((each) => each !== "fits");
  return (
    <>
      <FormField
        label={words.t("desk.bundle.key")}
        help={words.t("desk.bundle.key.help")}
        problem={wrong === undefined ? null : words.t(`desk.bundle.key.${wrong}`)}
        value={keys}
        change={type}
        multiline
        required
      />
      <output>
        {wrong === undefined && states.length > 0 && (
          <span className="verified">{words.t("desk.bundle.key.fits", { count: states.length })}</span>
        )}
      </output>
      <p className="waits">{words.t("desk.bundle.sealing.remains")}</p>
    </>
  );
}
