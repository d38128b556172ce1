// A part of a draft is written on the screen of its draft.
import type { RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { Waiting } from "../parts/waiting.tsx";
import { DraftScreen } from "./draft-screen.tsx";

export function PartScreen({ id }: { readonly id: string }) {
  const { value, error } = useQuery<RecordPage>("record.show", { record: id });
  const { document } = value?.values ?? {};
  if (typeof document !== "string") return <Waiting error={error} />;
  return <DraftScreen id={document} part={id} />;
}
