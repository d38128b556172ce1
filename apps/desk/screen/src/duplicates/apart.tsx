// Pairs of which a person said that they are not the same: saying it, the list of them, and taking it back.
import type { Duplicates } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";

type ApartPair = Duplicates["apart"][number];

interface ApartProps {
  readonly kind: string;
  readonly pairs: readonly ApartPair[];
  readonly onSettled: () => void;
}

export function Apart({ kind, pairs, onSettled }: ApartProps) {
  const { words } = useDesk();
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">{words.t("desk.duplicates.apart")}</h2>
      <p className="note">{words.t("desk.duplicates.apart.note")}</p>
      <ul>
        {pairs.map((pair) => (
          <li key={pair.records.join()}>
            <a href={addressOf(kind, pair.records[0])} dir="auto">
              {pair.labels[0]}
            </a>
            {" · "}
            <a href={addressOf(kind, pair.records[1])} dir="auto">
              {pair.labels[1]}
            </a>{" "}
            <SayOfPair name="record.unapart" pair={pair} onSettled={onSettled} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SayProps {
  readonly name: "record.apart" | "record.unapart";
  readonly pair: ApartPair;
  readonly onSettled: () => void;
}

export function SayOfPair({ name, pair, onSettled }: SayProps) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const text = words.t(`desk.duplicates.${name}`);
  const say = async (): Promise<void> => {
    const [record, from] = pair.records;
    await api.run(name, { record, from });
    announce(words.t(`desk.duplicates.${name}.done`));
    onSettled();
    changed();
  };
  return (
    <Action isDisabled={isBusy} onPress={() => run(say)} label={`${text}: ${pair.labels.join(" · ")}`}>
      {text}
    </Action>
  );
}
