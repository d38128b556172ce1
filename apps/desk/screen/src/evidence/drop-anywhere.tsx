// A file that is dropped anywhere on the desk, and not where a place waits for it, is evidence of something that happened:
// a form opens beside the page. Without it a browser would leave the desk and show the file.
import { useEffect, useState } from "react";
import { openBeside } from "../beside/steps.ts";
import { useDesk } from "../desk.tsx";
import { filesOfDrop } from "./intake.ts";

export function DropAnywhere() {
  const { words, session, dropped, announce, fail } = useDesk();
  const [isOver, setOver] = useState(false);
  const isOpen = session.vault?.state === "open";
  useEffect(() => {
    const take = (items: DataTransferItemList): void => {
      if (!isOpen) return announce(words.t("desk.quick.no-vault"));
      filesOfDrop(items).then((files) => {
        if (files.length === 0) return;
        dropped.take(files);
        openBeside(["drop"]);
      }, fail);
    };
    return listenForDrops(setOver, take);
  }, [isOpen, words, dropped, announce, fail]);
  return isOver ? (
    <p className="drop-hint no-print" aria-hidden="true">
      {words.t(isOpen ? "desk.quick.drop" : "desk.quick.no-vault")}
    </p>
  ) : null;
}

function listenForDrops(over: (isOver: boolean) => void, take: (items: DataTransferItemList) => void) {
  const onOver = (event: DragEvent): void => {
    const isOurs = !event.defaultPrevented && event.dataTransfer?.types.includes("Files") === true;
    over(isOurs);
    if (isOurs) event.preventDefault();
  };
  const onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) over(false);
  };
  const onDrop = (event: DragEvent): void => {
    over(false);
    const { dataTransfer } = event;
    if (event.defaultPrevented || dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    take(dataTransfer.items);
  };
  window.addEventListener("dragover", onOver);
  window.addEventListener("dragleave", onLeave);
  window.addEventListener("drop", onDrop);
  return () => {
    window.removeEventListener("dragover", onOver);
    window.removeEventListener("dragleave", onLeave);
    window.removeEventListener("drop", onDrop);
  };
}
