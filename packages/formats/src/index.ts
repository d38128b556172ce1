export * from "./errors.ts";
export { openArchive, type OpenArchive } from "./archive/open-archive.ts";
export { writeArchive, type ArchiveFile } from "./archive/write-archive.ts";
export { createLooker, type FileSign, type FirstLook, type Looker } from "./first-bytes/first-look.ts";
export { mediaTypeOfName } from "./first-bytes/kind-of-name.ts";
export { readHtmlText, type HtmlText } from "./html/html-text.ts";
export * from "./keyed-archive/resolve.ts";
export * from "./ooni/endpoint.ts";
export * from "./ooni/limits.ts";
export * from "./ooni/measurement.ts";
export * from "./ooni/nesting.ts";
export * from "./ooni/notes.ts";
export * from "./ooni/parse-measurement.ts";
export * from "./ooni/text.ts";
export { pictureExtras, pictureLimits, type PictureExtra, type PictureLook } from "./picture/limits.ts";
export { lookAtPicture } from "./picture/look.ts";
export * from "./property-list/binary.ts";
export * from "./property-list/parse.ts";
export * from "./property-list/value.ts";
export * from "./property-list/xml.ts";
export * from "./stix/bundle.ts";
export * from "./stix/pattern.ts";
export { openCsv, type CsvOptions, type CsvTable } from "./table/csv-table.ts";
export { openTable } from "./table/open-table.ts";
export * from "./table/table.ts";
export * from "./table/workbook-writer.ts";
export { openWorkbook } from "./table/workbook.ts";
export * from "./typedstream/attributed-text.ts";
export { readWordText, type WordText } from "./word/word-text.ts";
export * from "./qda/project.ts";
export {
  givenTypeOf,
  givenTypes,
  looksLikePage,
  plainTextOf,
  type GivenType,
} from "./given-out/given-types.ts";
export { lookAtPdf, pdfExtras, type PdfExtra, type PdfLook } from "./pdf/look-at-pdf.ts";
