import { command, kindOf, link } from "@tocsin/records";
import { stateOf } from "../state-of.ts";

export const taskDone = command(
  "task.done",
  { task: link("task", { required: true }) },
  async (view, { task }, { registry, now }) => {
    await stateOf(view, task, "task");
    const { name, version } = kindOf(registry, "task");
    return [
      {
        kind: name,
        version,
        record: task,
        act: "task.done",
        patch: { done: { set: new Date(now()).toISOString() } },
      },
    ];
  },
);
