// Pull the thread: from a record back to the hash of the bytes that it rests on.
import type { RecordId } from "@tocsin/core";
import { link, query, labelIn, valuesOf, type RecordState, type Registry, type View } from "@tocsin/records";
import { answersRestOn } from "../assessing/answers-rest-on.ts";
import { linkIn, linksIn, objectIn, stringIn, type Values } from "../values.ts";
import { stateOf } from "../state-of.ts";

export interface ThreadStep {
  readonly depth: number;
  readonly kind: string;
  readonly record: RecordId | null;
  readonly label: string;
  /** Catalogue key to value: what this step adds. */
  readonly detail: Readonly<Record<string, string>>;
}

/** The fields by which a record rests on others, in the direction of the evidence. */
const back: readonly string[] = ["incident", "findings", "evidence", "parent"];
const maximumDepth = 6;

export const thread = query(
  "thread",
  { record: link("any", { required: true }) },
  async (view, { record }, { registry }): Promise<readonly ThreadStep[]> => {
    await stateOf(view, record);
    return pull(view, registry, { id: record, depth: 0, seen: new Set() });
  },
);

interface At {
  readonly id: RecordId;
  readonly depth: number;
  readonly seen: Set<RecordId>;
}

async function pull(view: View, registry: Registry, { id, depth, seen }: At): Promise<readonly ThreadStep[]> {
  const state = depth > maximumDepth || seen.has(id) ? undefined : await view.read(id);
  if (!state) return [];
  seen.add(id);
  const values = valuesOf(state);
  const steps: ThreadStep[] = [stepOf(registry, state, depth)];
  const answered = state.kind === "assessment" ? await answersRestOn(view, [id]) : undefined;
  for (const next of [...back.flatMap((field) => restsOn(values, field)), ...(answered?.get(id) ?? [])])
    steps.push(...(await pull(view, registry, { id: next, depth: depth + 1, seen })));
  return [...steps, ...hashSteps(values, depth + 1)];
}

function restsOn(values: Values, field: string): readonly RecordId[] {
  const single = linkIn(values[field]);
  return single === null ? linksIn(values[field]) : [single];
}

function stepOf(registry: Registry, state: RecordState, depth: number): ThreadStep {
  const kind = registry.kinds.get(state.kind);
  const values = valuesOf(state);
  const { file, table, row, line } = objectIn(values["place"]);
  const detail: Record<string, string> = {};
  for (const [name, value] of Object.entries({ file, table, row, line, ...partsOf(values) }))
    if (typeof value === "string" || typeof value === "number") detail[name] = String(value);
  return {
    depth,
    kind: state.kind,
    record: state.id,
    label: kind ? labelIn(kind, state) : "",
    detail,
  };
}

function partsOf({ examiner, examinerVersion, added, original }: Values): Values {
  return {
    ...(examiner === undefined ? {} : { examiner }),
    ...(examinerVersion === undefined ? {} : { examinerVersion }),
    ...(added === undefined ? {} : { added }),
    ...(original === undefined ? {} : { original }),
  };
}

function hashSteps(values: Values, depth: number): readonly ThreadStep[] {
  const step = (kind: string, sha256: string): ThreadStep => ({
    depth,
    kind,
    record: null,
    label: sha256,
    detail: {},
  });
  const [file, whole] = [stringIn(values["fileSha256"]), stringIn(values["sha256"])];
  return [
    ...(file === null ? [] : [step("file-sha256", file)]),
    ...(whole === null ? [] : [step("sha256", whole)]),
  ];
}
