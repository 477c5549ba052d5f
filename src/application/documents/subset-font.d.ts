declare module "subset-font" {
  /** These characters of a font as another kind of file, its axes pinned. */
  // eslint-disable-next-line no-restricted-syntax -- as the library has it
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: { readonly targetFormat: "truetype"; readonly variationAxes: Readonly<Record<string, number>> },
  ): Promise<Buffer>;
}
