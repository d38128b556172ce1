export { breathing } from "./breathing.ts";
export { ShelfError, type ShelfErrorCode } from "./errors.ts";
export { pageNoteEnding, signPage } from "./page-note.ts";
export { libraryFiles, writeLibrary, type LibraryBuild, type WrittenLibrary } from "./publish-library.ts";
export { verifyLibrary, type LibraryFailureKind, type LibraryReport } from "./verify-library.ts";
