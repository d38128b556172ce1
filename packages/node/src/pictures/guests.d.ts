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
  interface PDFiumPage {
    /** Points, as the page is seen. */
    getOriginalSize(): { readonly originalWidth: number; readonly originalHeight: number };
    render(options: {
      readonly width: number;
      readonly height: number;
      readonly scale: 1;
      readonly render: "bitmap";
      readonly renderFormFields: true;
    }): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8Array }>;
  }
  interface PDFiumDocument {
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
