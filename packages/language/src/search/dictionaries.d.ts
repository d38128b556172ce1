// Packages that come without types.
declare module "opencc-js/dict/TSCharacters" {
  /** Pairs parted by bars: a traditional character, a space, its simplified ones. */
  const pairs: string;
  export default pairs;
}
