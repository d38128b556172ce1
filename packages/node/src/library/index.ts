export { ShelfError, type ShelfErrorCode } from "./errors.ts";
export { libraryFiles, writeLibrary, type LibraryBuild, type WrittenLibrary } from "./publish-library.ts";
export { verifyLibrary, type LibraryFailureKind, type LibraryReport } from "./verify-library.ts";
