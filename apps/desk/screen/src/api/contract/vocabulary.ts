// A vocabulary with everything that is known of its terms; the words stand in the catalogues.
export type { CrosswalkEntry, TermPage, VocabularyPage } from "@tocsin/workspace";
