import type { SmallWorkspace } from "../small-workspace.fake.ts";

/** People of these genders, each in an incident of their own; the first is a child. */
export async function tellCounted(small: SmallWorkspace, genders: readonly string[]): Promise<void> {
  for (const [at, gender] of genders.entries()) {
    const incident = await small.create("incident", {
      title: "one of many",
      acts: ["harassment.threat"],
      when: "2025-03",
      where: { country: "XA" },
      status: "reported",
      defence: "because-of-work",
    });
    const person = await small.create("person", { name: "Enumerata", gender, child: at === 0 });
    await small.create("involvement", { role: "defender", person, incident });
    await small.create("involvement", { role: "official", incident });
  }
}
