import type { Json, RecordId } from "@tocsin/core";
import { query, string, valuesOf } from "@tocsin/records";
import { stringIn, textIn } from "../values.ts";

export interface SavedViewFound {
  readonly record: RecordId;
  readonly title: string;
  readonly lang: string;
  readonly view: Json;
}

const shown = 50;

/** Ways of looking at a list that this device has kept, those put away left out. */
export const savedViews = query(
  "saved.views",
  { list: string({ required: true }), device: string({ required: true }) },
  async (view, { list, device }): Promise<readonly SavedViewFound[]> => {
    const where = [
      { field: "list", value: list },
      { field: "device", value: device },
    ];
    const { rows } = await view.list({ kind: "savedView", where, limit: shown });
    const states = await Promise.all(rows.map(({ id }) => view.read(id)));
    return states.flatMap((state) => {
      const values = state && valuesOf(state);
      if (
        state === undefined ||
        values === undefined ||
        values["removed"] === true ||
        stringIn(values["list"]) !== list
      )
        return [];
      const { text = "", lang = "und" } = textIn(values["title"]) ?? {};
      return [{ record: state.id, title: text, lang, view: values["view"] ?? null }];
    });
  },
);
