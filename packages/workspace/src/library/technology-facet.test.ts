// By which technologies an item can be found: those that a person coded, and those that an act or a measure names itself.
import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { beforeEach, expect, it } from "vitest";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { slugOf } from "./slug-of.ts";
import { planLibrary } from "./plan-library.ts";
import { aboutWith } from "./about.fake.ts";

let small: SmallWorkspace;
beforeEach(async () => {
  small = await createSmallWorkspace();
});

async function itemOf(id: RecordId) {
  const en = createTranslator("en", await loadCatalogues("en"), { isolate: false });
  const about = aboutWith();
  const plan = await planLibrary(small.workspace, {
    about,
    translators: new Map([["en", en]]),
    sha256: sha256Of,
  });
  return plan.items.find(({ slug }) => slug === slugOf(id));
}

it("a measure is found by its coded technologies and by what its kind names, and keeps its words", async () => {
  const measure = await small.create("measure", {
    title: "A contract",
    measureKind: "deployment.spyware",
    technology: "The product as the paper calls it",
    technologies: ["biometrics.face"],
  });
  const item = await itemOf(measure);
  expect(item?.facets.technology).toEqual(["biometrics", "biometrics.face", "spyware"]);
  expect(item?.editions[0]?.body).toContain("The product as the paper calls it");
});

it("words alone put a measure under no technology: nobody said which it is", async () => {
  const measure = await small.create("measure", {
    title: "A contract",
    measureKind: "transfer.purchase",
    technology: "Spyware of some sort",
  });
  expect((await itemOf(measure))?.facets).not.toHaveProperty("technology");
});

it("a resource is found by its coded technologies, a case by what its acts name", async () => {
  const resource = await small.create("resource", {
    title: "A report",
    shown: true,
    technologies: ["encryption"],
  });
  expect((await itemOf(resource))?.facets.technology).toEqual(["encryption"]);
  const caseId = await small.create("case", { title: "A case" });
  const person = await small.create("person", { name: "Example Person" });
  const incident = await small.create("incident", {
    title: "A phone",
    case: caseId,
    acts: ["spyware.infection.zero-click", "legal.arrest"],
  });
  await small.create("involvement", { role: "defender", person, incident });
  await small.create("consent", { scope: "All", person, case: caseId, uses: ["publication"] });
  expect((await itemOf(caseId))?.facets.technology).toEqual(["spyware"]);
});
