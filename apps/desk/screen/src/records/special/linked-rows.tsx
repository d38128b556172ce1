// Records of one kind that lead to a page, with how many there are; the others stand in the list of what links here.
import type { RecordPage } from "@tocsin/workspace";
import { useDesk } from "../../desk.tsx";
import { addressOf } from "../../router.ts";
import { numberWords } from "../../words/amounts.ts";

const shown = 10;

interface LinkedRowsProps {
  readonly group: RecordPage["linked"][number];
  readonly level: 2 | 3;
  readonly className: string;
}

export function LinkedRows({ group: { kind, rows, total }, level, className }: LinkedRowsProps) {
  const { words } = useDesk();
  const Heading = `h${level}` as const;
  return (
    <div>
      <Heading>
        {words.t("desk.list.name", { list: words.t(`kind.${kind}`), count: numberWords(words, total) })}
      </Heading>
      <ul className={className}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.id}>
            <a href={addressOf(row.kind, row.id)} lang={row.labelLang}>
              <bdi>{row.label}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {total > shown && <p className="note">{words.t("special.more-below")}</p>}
    </div>
  );
}
