import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontsFor } from "./fonts.ts";
import { svgOf } from "./interval-drawing.ts";
import { spacedOut } from "./paper-spacing.ts";
import type { Block, Paper } from "./paper.ts";

const template = readFileSync(new URL("./paper.typ", import.meta.url), "utf8");

/** What the template itself writes: bullets, dots of the contents, page numbers. */
const ownCharacters = "•‣–./0123456789 ";
/** In place of a character that none of the fonts draws: a standard for tagged documents refuses an empty box. */
const notDrawn = "\ufffd";

/**
 * A paper as PDF/UA-1 (tagged): the same bytes for the same paper, whatever the machine, the day and what was set before.
 *
 * @throws where the template cannot be set; its message says where
 */
export async function typeset(given: Paper): Promise<Buffer> {
  const paper = spacedOut(given);
  const { NodeCompiler: Compiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const { blobs, draws } = await fontsFor(JSON.stringify(paper) + ownCharacters + notDrawn);
  // Nothing stands in its workspace that a template could read.
  const compiler = Compiler.create({ workspace: emptyFolder(), fontArgs: [{ fontBlobs: [...blobs] }] });
  try {
    return setWith(compiler, drawable({ ...withDrawings(paper), moment: momentOf(paper) }, draws));
  } finally {
    // What it keeps between documents, failed ones too, grows without end.
    compiler.evictCache(0);
  }
}

function setWith(compiler: NodeCompiler, paper: string): Buffer {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { paper } });
  const failure = compiled.hasError() ? compiled.takeError() : null;
  if (failure !== null) throw new Error(JSON.stringify(compiler.fetchDiagnostics(failure)));
  const { result } = compiled;
  if (result === null) throw new Error("Nothing was set");
  return compiler.pdf(result, { pdfStandard: "ua-1" });
}

/** Each interval with the drawing that it is shown by. */
const withDrawings = (paper: Paper): Paper => ({
  ...paper,
  parts: paper.parts.map((part) => ({ ...part, blocks: part.blocks.map(drawnBlock) })),
});

function drawnBlock(block: Block): Block {
  if (block.is === "together") return { ...block, blocks: block.blocks.map(drawnBlock) };
  if (block.is !== "table" || block.drawn === undefined) return block;
  const intervals = block.drawn.intervals.map((interval) => ({ ...interval, svg: svgOf(interval) }));
  return { ...block, drawn: { ...block.drawn, intervals } };
}

/** As JSON whose every text can be drawn. Line ends are spaces: a paragraph is one. */
const drawable = (paper: object, draws: (character: string) => boolean): string =>
  JSON.stringify(paper, (_key, value: unknown) =>
    typeof value === "string"
      ? Array.from(value.toWellFormed().replace(/\s+/g, (space) => (space === "\u00a0" ? space : " ")))
          .map((character) => (draws(character) ? character : notDrawn))
          .join("")
      : value,
  );

/** Year to second, UTC. */
function momentOf({ at }: Paper): readonly number[] {
  const date = new Date(at);
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
}

let folder: string | undefined;
const emptyFolder = (): string => (folder ??= mkdtempSync(join(tmpdir(), "touchstone-typst-")));
