// The pages as they would read, before anybody approves them: out of the desk's memory, in a frame that can do nothing.
import { useEffect, useRef, useState, type RefObject } from "react";
import type { PlannedLibrary } from "../api/contract/library.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";

export interface ShownPages {
  /** Address of the folder of the pages; null until somebody asked for them. */
  readonly folder: string | null;
  /** Below it. */
  readonly path: string;
  /** How often a page was asked for: the same can be asked for again. */
  readonly times: number;
  readonly isBusy: boolean;
  readonly around: RefObject<HTMLElement | null>;
  /** The start page. */
  open(): void;
  /** The page of an item. */
  show(slug: string): void;
}

export function useLibraryPages({ id, about }: PlannedLibrary): ShownPages {
  const { words, api } = useDesk();
  const { run, isBusy } = useAction();
  const locale = about.locales.includes(words.locale) ? words.locale : (about.locales[0] ?? "");
  const [folder, setFolder] = useState<string | null>(null);
  const [page, setPage] = useState({ path: `${locale}/index.html`, times: 0 });
  const around = useRef<HTMLElement>(null);
  useEffect(() => {
    if (page.times > 0) around.current?.focus();
  }, [page]);
  const open = (): void =>
    run(async () => {
      setFolder((await api.showLibrary(id)).folder);
    });
  const show = (slug: string): void => {
    setPage(({ times }) => ({ path: `${locale}/items/${slug}.html`, times: times + 1 }));
    if (folder === null) open();
  };
  return { folder, ...page, isBusy, around, open, show };
}

export function LibraryPages({ pages }: { readonly pages: ShownPages }) {
  const { words } = useDesk();
  const { folder, path, times, isBusy, around, open } = pages;
  return (
    <section className="card no-print" aria-labelledby="pages-title" tabIndex={-1} ref={around}>
      <h2 id="pages-title">{words.t("desk.library.pages")}</h2>
      <p className="note">{words.t("desk.library.pages.why")}</p>
      {folder === null ? (
        <Action isDisabled={isBusy} onPress={open}>
          {words.t("desk.library.pages.show")}
        </Action>
      ) : (
        <iframe
          key={times}
          className="library-pages"
          title={words.t("desk.library.pages")}
          sandbox="allow-scripts allow-forms"
          referrerPolicy="no-referrer"
          src={`${folder}${path}`}
        />
      )}
    </section>
  );
}
