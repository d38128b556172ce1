import { command, create, data, instrumentKind } from "@tocsin/records";
import { isJsonObject, type Json } from "@tocsin/core";
import { checkInstruments, firstProblem } from "../assessing/instruments.ts";
import { WorkspaceError } from "../errors.ts";

/**
 * Takes instruments in: one, or a list of them. Those that are whole are kept, in the version that they say; of the others
 * `instrument.check` tells every fault by its place. Throws `workspace.bad-instrument` where none is whole.
 */
export const instrumentAdd = command(
  "instrument.add",
  { content: data({ required: true }) },
  async (view, { content }, { registry, newId }) => {
    const { instruments, problems } = await checkInstruments(view, content);
    if (instruments.length === 0)
      throw new WorkspaceError("workspace.bad-instrument", "Cannot add instrument: none is whole", {
        details: firstProblem(problems),
      });
    const options = { act: "instrument.add", isCode: registry.isCode };
    return instruments.map(({ id, version, title, lang }) => {
      const values = {
        title: { text: title, lang },
        name: id,
        edition: version,
        content: contentOf(content, id, version),
      };
      return create(instrumentKind, values, { ...options, record: newId() });
    });
  },
);

/** As it was given, so that its author finds every word again. */
function contentOf(content: Json, id: string, version: number): Json {
  const list = Array.isArray(content) ? content : [content];
  return list.find((each) => isJsonObject(each) && each["id"] === id && each["version"] === version) ?? null;
}
