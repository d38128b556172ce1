// A form in a page: nothing that a questionnaire says can leave the element that holds it.
import { describe, expect, it } from "vitest";
import { fillForm, parseForm } from "./form-file.ts";
import { parseQuestionnaire } from "./parse-questionnaire.ts";
import { smallQuestionnaire } from "./small.fake.ts";

const page = `<script type="application/json" id="form">{{form}}</script><script>run()</script>`;

describe("a form in a page", () => {
  it("is read back the same, whatever stands in it", () => {
    const hostile = { en: "</script><script>alert(1)</script><!-- $& $1 {{form}}" };
    const { questionnaire } = parseQuestionnaire({ ...smallQuestionnaire(), about: hostile });
    if (questionnaire === null) throw new Error("not taken");
    const form = { questionnaire, recipients: ["age1example"], from: "Example Organisation </script>" };
    const filled = fillForm(page, form) ?? "";
    expect(filled.split("</script>")).toHaveLength(3);
    const [data] = /(?<=id="form">)[^<]*/.exec(filled) ?? [];
    expect(parseForm(data ?? "")).toEqual(form);
  });

  it("is nothing where the page has no place for it, or without somebody to seal to", () => {
    const { questionnaire } = parseQuestionnaire(smallQuestionnaire());
    if (questionnaire === null) throw new Error("not taken");
    expect(fillForm("<p></p>", { questionnaire, recipients: ["age1example"], from: "" })).toBeNull();
    for (const text of ["", "{{form}}", "[]", `{"questionnaire":{},"recipients":["a"],"from":""}`])
      expect(parseForm(text)).toBeNull();
    const data = { questionnaire: smallQuestionnaire(), recipients: [], from: "" };
    expect(parseForm(JSON.stringify(data))).toBeNull();
  });
});
