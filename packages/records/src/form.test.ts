import { describe, expect, it } from "vitest";
import { sample, testRegistry } from "./acceptance/test-registry.ts";
import { formOf, viewOf } from "./form.ts";
import { actionKind, proceedingKind } from "./kinds/answers.ts";
import { statementKind } from "./kinds/casework.ts";
import { agreedLanguageKind, amendmentKind } from "./kinds/motions.ts";
import { consentKind, involvementKind } from "./kinds/people.ts";
import { commitmentKind, provisionKind, recommendationKind } from "./kinds/promises.ts";
import { resourceKind } from "./kinds/resources.ts";
import { contributionKind, questionnaireKind } from "./kinds/voices.ts";

describe("formOf", () => {
  it("gives every field with its label in the catalogue, its type and its options", () => {
    const form = formOf(sample);
    expect(form).toMatchObject({ kind: "sample", label: "kind.sample" });
    expect(form.fields.map(({ name }) => name)).toEqual(Object.keys(sample.fields));
    const byName = new Map(form.fields.map((field) => [field.name, field]));
    expect(byName.get("title")).toEqual({
      name: "title",
      type: "text",
      label: "sample.title",
      many: false,
      required: true,
      search: "high",
    });
    expect(byName.get("topics")).toMatchObject({ type: "codes", many: true, vocabulary: "topics" });
    expect(byName.get("parent")).toMatchObject({ type: "link", many: false, to: "any" });
    expect(byName.get("where")).toMatchObject({ facet: "country", coarsen: "region" });
  });

  it.each([
    [agreedLanguageKind, 8],
    [amendmentKind, 8],
    [commitmentKind, 8],
    [provisionKind, 8],
    [recommendationKind, 8],
    [resourceKind, 8],
    [statementKind, 8],
    [actionKind, 10],
    [involvementKind, 10],
    [consentKind, 11],
    [proceedingKind, 11],
  ])(
    "asks first what matters most of a $0.name, whatever must be said among it, and the rest behind a line",
    (kind, atMost) => {
      const asked = formOf(kind).fields.filter(({ fixed }) => fixed !== true);
      const first = asked.filter(({ group }) => group === undefined);
      expect(first.length).toBeGreaterThan(4);
      expect(first.length).toBeLessThanOrEqual(atMost);
      expect(asked.filter(({ required, group }) => required === true && group !== undefined)).toEqual([]);
    },
  );

  it("is plain data, so that it can be sent to a screen", () => {
    for (const kind of testRegistry().kinds.values()) {
      expect(JSON.parse(JSON.stringify(formOf(kind)))).toEqual(formOf(kind));
      expect(JSON.parse(JSON.stringify(viewOf(kind)))).toEqual(viewOf(kind));
    }
  });
});

describe("viewOf", () => {
  it("shows the label first, then at most five columns that fit in a line, with filters and order", () => {
    const view = viewOf(sample);
    expect(view).toMatchObject({
      kind: "sample",
      label: "kind.sample",
      stretch: "record",
      labelField: "title",
    });
    expect(view.columns).toEqual(["title", "tag", "amount", "isOpen", "when", "seen"]);
    expect(view.facets).toEqual(["tag", "isOpen", "where", "status", "topics", "labels"]);
    expect(view.sort).toBe("when");
  });

  it("puts in columns what people look for, and no hashes or keys", () => {
    expect(viewOf(questionnaireKind).columns).toEqual([
      "title",
      "name",
      "edition",
      "purpose",
      "asker",
      "made",
    ]);
    expect(viewOf(contributionKind).columns).toEqual([
      "reference",
      "answered",
      "received",
      "writtenIn",
      "carrier",
      "readIn",
    ]);
  });

  it("shows no long texts, no data and no links in columns of any kind", () => {
    for (const kind of testRegistry().kinds.values())
      for (const name of viewOf(kind).columns.slice(1)) {
        const field = kind.fields[name];
        expect(["data", "link", "links", "names", "strings"]).not.toContain(field?.type);
        expect(field?.multiline).not.toBe(true);
      }
  });
});
