// What must be seen wherever a record is shown, and what can be done about it.
import type { RecordPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { ConfirmDeadline } from "./confirm-deadline.tsx";
import { Lacking } from "./lacking.tsx";

export function Marks({ page }: { readonly page: RecordPage }) {
  const { words } = useDesk();
  const marks = (page.marks ?? []).filter((mark) => mark !== "draft");
  return (
    <>
      {marks.map((mark) => (
        <p key={mark} className={mark === "described" ? "note" : "waits"}>
          {words.t(`mark.${mark}`)}
        </p>
      ))}
      <Lacking page={page} />
      {marks.includes("unconfirmed") && <ConfirmDeadline id={page.id} />}
    </>
  );
}
