// What we use of pngjs 7: reading whole pictures to eight bits a channel, red, green, blue and opacity, and writing them.
declare module "pngjs" {
  interface Pixels {
    readonly width: number;
    readonly height: number;
    readonly data: Buffer;
  }
  export const PNG: {
    readonly sync: {
      read(bytes: Buffer): Pixels;
      write(pixels: Pixels & { readonly gamma: number }, options: { readonly colorType: 2 | 6 }): Buffer;
    };
  };
}
