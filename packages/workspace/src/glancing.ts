// A view that takes what it reads from the tables: for pages that show many records and open none of them. What leaves, and
// every record that is opened, is read from the log.
import type { View } from "@tocsin/records";

export function glancing(view: View): View {
  return {
    ...view,
    read: async (id) => (await view.glance([id]))[0],
    linked: async (id, from) => view.glance(await view.linkedIds(id, from)),
  };
}
