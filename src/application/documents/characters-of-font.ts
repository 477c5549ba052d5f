/** The characters that a TrueType font has a glyph for. Source: OpenType 1.9.1, cmap formats 4 and 12. */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableAt(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  const characters = new Set<number>();
  for (let n = 0; n < count; n += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, characters);
    else if (format === 12) readGroups(font, at, characters);
  }
  return characters;
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let n = 0; n < count; n += 1) {
    const entry = 12 + n * 16;
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`A font without ${tag}`);
}

function readSegments(font: Buffer, at: number, characters: Set<number>): void {
  const segments = font.readUInt16BE(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + segments * 2];
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4];
  for (let n = 0; n < segments; n += 1) {
    const [start, end] = [starts, ends].map((list) => font.readUInt16BE(list + n * 2)) as [number, number];
    const delta = font.readUInt16BE(deltas + n * 2);
    const offset = font.readUInt16BE(offsets + n * 2);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsets + n * 2 + offset + (code - start) * 2);
      if (glyph !== 0) characters.add(code);
    }
  }
}

function readGroups(font: Buffer, at: number, characters: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let n = 0; n < groups; n += 1) {
    const [start, end] = [0, 4].map((place) => font.readUInt32BE(at + 16 + n * 12 + place)) as [number, number];
    for (let code = start; code <= end; code += 1) characters.add(code);
  }
}
