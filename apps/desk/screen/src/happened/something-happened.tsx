// Something happened to someone: what, when and where; to whom; then first steps and what consent is missing, to print.
import { useEffect, useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Steps } from "../parts/steps.tsx";
import { LongTextsOf } from "../long-texts/long-texts.tsx";
import { KeptForm, type Kept } from "../unsent/kept-form.tsx";
import { toldIn, writeAccount, type Account, type Told, type Written } from "./account.ts";
import { AccountSheet } from "./account-sheet.tsx";
import { ToWhom } from "./to-whom.tsx";
import { WhatHappened } from "./what-happened.tsx";

/** What is told is kept at the server until it is written down. */
export function SomethingHappened() {
  return <KeptForm form="happened">{(kept) => <Telling kept={kept} />}</KeptForm>;
}

function Telling({ kept }: { readonly kept: Kept }) {
  const { words, api, announce, changed } = useDesk();
  const [told, setTold] = useState(() => toldIn(kept.typed));
  const { account, at } = told;
  const { keep } = kept;
  const [first] = useState(told);
  useEffect(() => {
    if (told !== first)
      keep({ typed: { ...told.account, at: told.at }, label: told.account.title.slice(0, 80) });
  }, [told, first, keep]);
  const [written, setWritten] = useState<Written | null>(null);
  const { run, isBusy } = useAction();
  const write = async (): Promise<void> => {
    const done = await writeAccount(api, account, words.locale);
    const said = await kept.end();
    setWritten(done);
    announce(words.t(said));
    changed();
  };
  const change = (next: Account): void => setTold((last) => ({ ...last, account: next }));
  const linkTo = (evidence: string): void =>
    setTold((last) => ({
      ...last,
      account: { ...last.account, evidence: [...last.account.evidence, evidence] },
    }));
  const goTo = (step: Told["at"]): void => setTold((last) => ({ ...last, at: step }));
  const names = ["what", "whom", "sheet"].map((step) => words.t(`desk.happened.step.${step}`));
  return (
    <article className="page narrow">
      <h1>{words.t("desk.door.happened")}</h1>
      <Steps names={names} at={written === null ? at : 2} />
      {written === null && kept.notice}
      {written === null && at === 0 && (
        <LongTextsOf form="happened" caseId={null} link={linkTo}>
          <WhatHappened account={account} change={change} go={() => goTo(1)} />
        </LongTextsOf>
      )}
      {written === null && at === 1 && (
        <ToWhom
          account={account}
          change={change}
          back={() => goTo(0)}
          go={() => run(write)}
          isBusy={isBusy}
        />
      )}
      {written !== null && <AccountSheet account={account} written={written} />}
    </article>
  );
}
