// Something happened to someone: what, when and where; to whom; then first steps and what consent is missing, to print.
import { useEffect, useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Steps } from "../parts/steps.tsx";
import { KeptForm, type Kept } from "../unsent/kept-form.tsx";
import { accountIn, writeAccount, type Account, type Written } from "./account.ts";
import { AccountSheet } from "./account-sheet.tsx";
import { ToWhom } from "./to-whom.tsx";
import { WhatHappened } from "./what-happened.tsx";

/** What is told is kept at the server until it is written down. */
export function SomethingHappened() {
  return <KeptForm form="happened">{(kept) => <Telling kept={kept} />}</KeptForm>;
}

function Telling({ kept }: { readonly kept: Kept }) {
  const { words, api, announce, changed } = useDesk();
  const [account, setAccount] = useState<Account>(() => accountIn(kept.typed));
  const { keep } = kept;
  const [first] = useState(account);
  useEffect(() => {
    if (account !== first) keep({ typed: { ...account }, label: account.title.slice(0, 80) });
  }, [account, first, keep]);
  const [at, setAt] = useState(0);
  const [written, setWritten] = useState<Written | null>(null);
  const { run, isBusy } = useAction();
  const write = async (): Promise<void> => {
    setWritten(await writeAccount(api, account, words.locale));
    await kept.end().catch(() => undefined);
    announce(words.t("desk.saved"));
    changed();
    setAt(2);
  };
  const names = ["what", "whom", "sheet"].map((step) => words.t(`desk.happened.step.${step}`));
  return (
    <article className="page narrow">
      <h1>{words.t("desk.door.happened")}</h1>
      <Steps names={names} at={at} />
      {at < 2 && kept.notice}
      {at === 0 && <WhatHappened account={account} change={setAccount} go={() => setAt(1)} />}
      {at === 1 && (
        <ToWhom
          account={account}
          change={setAccount}
          back={() => setAt(0)}
          go={() => run(write)}
          isBusy={isBusy}
        />
      )}
      {at === 2 && written !== null && <AccountSheet account={account} written={written} />}
    </article>
  );
}
