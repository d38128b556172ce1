// Reads everything again: the log as it lies on the disk, and the bytes of all evidence. Says by place what is broken.
import type { BrokenFile, LogProblem, VerifiedVault } from "../api/contract/vault.ts";
import { useWork } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { WorkState } from "./work-state.tsx";

export function VerifyVault() {
  const { words, api } = useDesk();
  const work = useWork<VerifiedVault>("verify-vault");
  return (
    <section className="card" aria-labelledby="verify-title">
      <h2 id="verify-title">{words.t("desk.verify.title")}</h2>
      <p>{words.t("desk.verify.why")}</p>
      <div className="actions">
        <Action isDisabled={work.isBusy} onPress={() => work.start(() => api.verifyVault())}>
          {words.t("desk.verify.action")}
        </Action>
      </div>
      <WorkState job={work.job} />
      {work.result !== null && <Report report={work.result} />}
    </section>
  );
}

function Report({ report }: { readonly report: VerifiedVault }) {
  const { words } = useDesk();
  const { log, files, isWhole, orphans, more } = report;
  const { open = 0, erased = 0, ...others } = log.operations;
  const closed = Object.values(others).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p className={isWhole ? "verified" : "danger"}>
        {words.t(isWhole ? "desk.verify.whole" : "desk.verify.broken")}
      </p>
      <ul>
        <li>
          {words.t("desk.verify.counts", {
            commits: numberWords(words, log.commits),
            chains: numberWords(words, log.chains),
          })}
        </li>
        <li>{words.t("desk.verify.operations", { open, erased, closed })}</li>
        <li>{words.t("desk.verify.intact", { count: files.intact })}</li>
        {orphans > 0 && <li>{words.t("desk.verify.orphans", { count: orphans })}</li>}
      </ul>
      {!log.isCurrent && <p className="danger">{words.t("desk.verify.not-current")}</p>}
      {log.problems.length > 0 && <Problems problems={log.problems} />}
      {files.broken.length > 0 && <BrokenFiles files={files.broken} />}
      {more > 0 && <p>{words.t("desk.verify.more", { count: more })}</p>}
      {!isWhole && <p>{words.t("desk.verify.what-now")}</p>}
    </>
  );
}

function BrokenFiles({ files }: { readonly files: readonly BrokenFile[] }) {
  const { words } = useDesk();
  return (
    <>
      <h3>{words.t("kind.evidence")}</h3>
      <ul>
        {files.map(({ record, title, isListing, state, damagedAt }) => (
          <li key={`${record} ${isListing}`}>
            <a href={addressOf("evidence", record)}>
              <bdi>{title === "" ? words.t("kind.evidence.one") : title}</bdi>
            </a>{" "}
            {words.t(`desk.verify.evidence.${state}`)}{" "}
            {damagedAt !== null && <small>{words.t("desk.verify.damaged-at", { byte: damagedAt })}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly LogProblem[] }) {
  const { words } = useDesk();
  return (
    <>
      <h3>{words.t("desk.verify.problems")}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)}>
            {words.t(`desk.problem.${problem.kind}`)}{" "}
            <small>
              <code dir="ltr">{placeOf(problem)}</code>
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function placeOf({ chain, segment, offset, sequence, index }: LogProblem): string {
  const file = segment === null ? chain : `${chain}/${segment}`;
  const byte = offset === null ? "" : ` @${offset}`;
  const commit = sequence === null ? "" : ` #${sequence}${index === null ? "" : `.${index}`}`;
  return `${file}${byte}${commit}`;
}
