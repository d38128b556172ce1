// Files made byte by byte, for tests of other packages.
export * from "./made-pdf.fake.ts";
export * from "./made-pictures.fake.ts";
