// The form by which a signature comes in, from a message, a call or a sheet of paper: first what stands under the letter, then
// everything else.
import { endOfDay, momentIn, type Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { LetterPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { BlankForm } from "../records/blank-form.tsx";
import { letterFields } from "./form-fields.ts";
import { LetterPageOf } from "./letter-page-of.tsx";

const first = ["name", "visibility", "country", "came", "actedBy"];
/** The moment is typed as a day, or as a day and a time of the letter's zone. */
const arrivedPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/;

export function SignOn({ id }: { readonly id: string }) {
  const { words } = useDesk();
  return (
    <LetterPageOf id={id} title={words.t("letters.desk.sign")} note={words.t("letters.desk.sign.note")}>
      {(page) => <SignOnForm page={page} />}
    </LetterPageOf>
  );
}

function SignOnForm({ page }: { readonly page: LetterPage }) {
  const { api, definitions } = useDesk();
  const fields = letterFields(definitions, {
    command: "signature.add",
    kind: "signature",
    without: ["letter"],
    labels: { arrived: "letters.desk.sign.arrived" },
  }).map(asTyped);
  return (
    <BlankForm
      kind="signature"
      title={null}
      note={null}
      fields={fields}
      first={first}
      begun={null}
      given={{ visibility: "public", came: "typed", status: "accepted" }}
      send={(values) =>
        api.run("signature.add", { ...values, letter: page.letter, ...arrivedIn(page, values) })
      }
      then={["letter", page.letter]}
    />
  );
}

/** A moment can be typed here: what came before the deadline may be typed in after it. */
function asTyped(field: FormField): FormField {
  return field.name === "arrived" ? { ...field, type: "string" } : field;
}

/** What is no moment goes as it was typed, so that it is refused with its reason and not lost. */
function arrivedIn(
  { deadline }: LetterPage,
  values: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  const typed = values["arrived"];
  if (typeof typed !== "string" || !arrivedPattern.test(typed)) return {};
  const zone = deadline?.zone ?? "UTC";
  const moment = typed.includes("T") ? momentIn(zone, Date.parse(`${typed}:00Z`)) : endOfDay(typed, zone);
  const end = deadline === null ? moment : deadline.moment - 1;
  // Of a day alone nobody knows the hour: on the day of the deadline it counts as before it.
  const isLastDay = !typed.includes("T") && deadline?.at.startsWith(typed) === true;
  return { arrived: new Date(isLastDay ? Math.min(moment, end) : moment).toISOString() };
}
