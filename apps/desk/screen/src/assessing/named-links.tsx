// Records by their names, as links.
import type { AssessmentPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";

interface NamedLinksProps {
  readonly ids: readonly string[];
  readonly labels: AssessmentPage["labels"];
}

export function NamedLinks({ ids, labels }: NamedLinksProps) {
  const { words } = useDesk();
  return (
    <ul className="inline-list">
      {ids.map((id) => {
        const known = labels[id];
        return (
          <li key={id}>
            {known === undefined ? (
              words.t("state.not-here-yet")
            ) : (
              <a href={addressOf(known.kind, id)}>
                <bdi>{known.label}</bdi>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
