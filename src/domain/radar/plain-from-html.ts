const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

/** The words of an HTML description: no tag, no address, no script of a file from elsewhere goes any further. */
export function plainFromHtml(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  return html
    .replaceAll(/<(script|style)\b[^>]*>[^]*?(?:<\/\1\s*>|$)/gi, " ")
    .replaceAll(/<(?:\/p|br|\/li|\/h\d|\/div)\b[^>]*>/gi, "\n")
    .replaceAll(/<li\b[^>]*>/gi, "- ")
    .replaceAll(/<\/?[a-z!][^>]*>/gi, "")
    .replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,12}));/gi, decoded)
    .replaceAll(/[ \t\u00A0]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function decoded(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return named.get(name.toLowerCase()) ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isText = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : " ";
}
