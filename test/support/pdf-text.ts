import { inflateSync } from "node:zlib";

type PdfObject = { readonly dict: string; readonly stream: Buffer | null };

/** What a PDF of the typesetter says, page by page, by the characters that its fonts say their glyphs stand for. */
export function pagesOfPdf(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf);
  const dictOf = (number: string): string => objects.get(number)?.dict ?? "";
  const streamOf = (number: string): string => objects.get(number)?.stream?.toString("latin1") ?? "";
  const [tree = ""] = [...objects.values()].map(({ dict }) => dict).filter((dict) => /\/Type\s*\/Pages\b/.test(dict));
  const pages = [...(/\/Kids\s*\[([^\]]*)\]/.exec(tree)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(
    ([, number = ""]) => number,
  );
  return pages.map((number) => {
    const page = dictOf(number);
    const resources = dictOf(/\/Resources\s+(\d+) 0 R/.exec(page)?.[1] ?? "") || page;
    const fonts = new Map(
      [...resources.matchAll(/\/(\w+)\s+(\d+) 0 R/g)].flatMap(([, name = "", font = ""]) => {
        const toUnicode = /\/ToUnicode\s+(\d+) 0 R/.exec(dictOf(font))?.[1];
        return toUnicode === undefined ? [] : [[name, charactersOf(streamOf(toUnicode))] as const];
      }),
    );
    return shownBy(streamOf(/\/Contents\s+(\d+) 0 R/.exec(page)?.[1] ?? ""), fonts);
  });
}

/** How many figures are tagged as such; a document of PDF/UA-1 is not made while one of them has no words. */
export function figuresOfPdf(pdf: Buffer): number {
  const texts = [...objectsOf(pdf).values()].map(({ dict, stream }) => dict + (stream?.toString("latin1") ?? ""));
  return texts.join("").match(/\/S ?\/Figure/g)?.length ?? 0;
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString("latin1");
  const objects = new Map<string, PdfObject>();
  for (const { 0: opening, 1: number = "", index } of text.matchAll(/(?<=[\r\n])(\d+) 0 obj\s/g)) {
    const from = index + opening.length;
    const end = text.indexOf("endobj", from);
    const stream = text.indexOf("stream", from);
    if (stream < 0 || stream > end) {
      objects.set(number, { dict: text.slice(from, end), stream: null });
      continue;
    }
    const dict = text.slice(from, stream);
    const begin = stream + (text.startsWith("stream\r\n", stream) ? 8 : 7);
    const bytes = pdf.subarray(begin, begin + Number(/\/Length\s+(\d+)/.exec(dict)?.[1] ?? 0));
    objects.set(number, { dict, stream: /FlateDecode/.test(dict) ? inflateSync(bytes) : bytes });
  }
  return objects;
}

/** Of the codes of a font, from its ToUnicode map. */
function charactersOf(cmap: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const [, list = ""] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = "", units = ""] of list.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      characters.set(code.toLowerCase(), Buffer.from(units, "hex").swap16().toString("utf16le"));
  return characters;
}

function shownBy(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let text = "";
  for (let at = 0; at < content.length;) {
    const named = /^\/(\w+) [\d.]+ Tf/.exec(content.slice(at, at + 40));
    const string =
      content[at] === "("
        ? bracketed(content, at)
        : (/^<[0-9A-Fa-f]+>(?!>)/.exec(content.slice(at, at + 4000))?.[0] ?? null);
    if (named !== null) font = fonts.get(named[1] ?? "") ?? new Map();
    if (string !== null) {
      const codes = string.startsWith("(") ? literal(string.slice(1, -1)) : string.slice(1, -1).toLowerCase();
      for (const code of codes.match(/.{4}/g) ?? []) text += font.get(code) ?? "";
    }
    at += (named?.[0] ?? string ?? " ").length;
  }
  return text;
}

/** A string in brackets, which may hold pairs of them. */
function bracketed(content: string, from: number): string {
  let depth = 0;
  for (let at = from; at < content.length; at += 1) {
    if (content[at] === "\\") at += 1;
    else if (content[at] === "(") depth += 1;
    else if (content[at] === ")" && (depth -= 1) === 0) return content.slice(from, at + 1);
  }
  return content.slice(from);
}

/** The bytes of a string in brackets, in hex. */
const literal = (written: string): string =>
  Buffer.from(
    written.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, letter?: string) =>
      octal === undefined ? (escapes[letter ?? ""] ?? letter ?? "") : String.fromCharCode(parseInt(octal, 8)),
    ),
    "latin1",
  ).toString("hex");

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "" };
