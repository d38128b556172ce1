// What we use of the packages that decode GIF and WebP and draw PDF: omggif 1, @jsquash/webp 1, @hyzyla/pdfium 2.
declare module "omggif" {
  export class GifReader {
    constructor(bytes: Uint8Array);
    readonly width: number;
    readonly height: number;
    /** Red, green, blue and opacity of one picture of it, into those of the whole. */
    decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void;
  }
}

declare module "@jsquash/webp/decode.js" {
  export function init(options: { readonly wasmBinary: Uint8Array }): Promise<void>;
  export default function decode(bytes: ArrayBuffer): Promise<{
    readonly width: number;
    readonly height: number;
    readonly data: Uint8ClampedArray;
  }>;
}

declare module "@hyzyla/pdfium" {
  /** The functions of PDFium's own interface that the package hands on unwrapped: addresses and lengths in its memory. */
  interface PDFiumModule {
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: { malloc(bytes: number): number; free(place: number): void };
    /** Bytes of the value in UTF-16, with two zeros at its end. */
    _FPDFText_LoadPage(page: number): number;
    _FPDFText_ClosePage(text: number): void;
    _FPDFText_CountChars(text: number): number;
    _FPDFText_GetUnicode(text: number, index: number): number;
    /** 1 where a font does not say which letter it draws. */
    _FPDFText_HasUnicodeMapError(text: number, index: number): number;
    /** Four numbers of eight bytes: left, right, bottom, top, in points of the page. */
    _FPDFText_GetCharBox(
      text: number,
      index: number,
      ...places: readonly [left: number, right: number, bottom: number, top: number]
    ): number;
    /** Two numbers of four bytes: a point of the page in pixels of its picture. */
    _FPDF_PageToDevice(
      page: number,
      ...picture: readonly [
        x: number,
        y: number,
        width: number,
        height: number,
        turned: number,
        ...rest: number[],
      ]
    ): number;
    /** Two numbers of four bytes: width and height in points, as the page is seen; its contents are not read. */
    _FPDF_GetPageSizeByIndexF(document: number, index: number, place: number): number;
    _FPDF_ClosePage(page: number): void;
    _FPDF_GetMetaText(document: number, key: number, place: number, most: number): number;
  }
  export interface PDFiumPage {
    readonly pageIdx: number;
    getText(): string;
    render(options: {
      readonly width: number;
      readonly height: number;
      readonly scale: 1;
      readonly render: "bitmap";
      readonly renderFormFields: true;
    }): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8Array }>;
  }
  export interface PDFiumDocument {
    readonly module: PDFiumModule;
    readonly documentIdx: number;
    getPageCount(): number;
    getPage(index: number): PDFiumPage;
    destroy(): void;
  }
  export class PDFiumLibrary {
    static init(): Promise<PDFiumLibrary>;
    loadDocument(bytes: Uint8Array): Promise<PDFiumDocument>;
    destroy(): void;
  }
}
