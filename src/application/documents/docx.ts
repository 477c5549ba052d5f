import { setImmediate } from "node:timers/promises";
import type * as Library from "docx";
import type { FileChild, ParagraphChild } from "docx";
import { xmlText } from "../../domain/words/xml-text.ts";
import { unzipped, zipMembers } from "../../evidence/archive/zip.ts";
import { isUnreadable } from "../../evidence/unreadable.ts";
import { drawn as drawnSize, pngOf, svgOf } from "./interval-drawing.ts";
import { spacedOut } from "./paper-spacing.ts";
import type { Block, DrawnInterval, Paper, PaperPart, Run } from "./paper.ts";
import { zipOf } from "./zip.ts";

type Docx = typeof Library;

/** A writer that is told no East Asian font takes one of its own. */
const font = { ascii: "Source Sans 3", hAnsi: "Source Sans 3", cs: "Source Sans 3", eastAsia: "Noto Sans SC" };
/** Half points. */
const sizes = { text: 20, small: 17, mono: 17 } as const;
const grey = "555555";

/** A paper as a document of a word processor: the same bytes for the same paper. */
export async function docxOf(given: Paper): Promise<Buffer> {
  const paper = spacedOut(given);
  // A second to load, and few ask for it.
  const docx = await import("docx");
  await paintAhead(paper.parts.flatMap(({ blocks }) => blocks));
  const document = new docx.Document({
    title: clean(paper.title),
    description: clean(paper.description),
    subject: paper.subject,
    creator: "Touchstone",
    lastModifiedBy: "Touchstone",
    features: { updateFields: paper.contents !== null },
    styles: {
      default: {
        document: {
          run: { font, size: sizes.text, language: { value: "en-GB", eastAsia: "zh-CN" } },
          paragraph: { spacing: { after: 120 } },
        },
        title: { run: { font, size: 44, bold: true } },
        heading1: { run: { font, size: 36, bold: true, color: "000000" } },
        heading2: {
          run: { font, size: 24, bold: true, color: "000000" },
          paragraph: { spacing: { before: 280, after: 120 } },
        },
        heading3: { run: { font, size: 20, bold: true, color: "000000" } },
      },
    },
    sections: [{ footers: { default: footerOf(docx, paper) }, children: childrenOf(docx, paper) }],
  });
  await setImmediate();
  const packed = await docx.Packer.toBuffer(document);
  await setImmediate();
  return stable(packed, paper);
}

/** One picture a turn of the loop: a dossier has dozens, and others' pages come between. They are kept beside their intervals. */
async function paintAhead(blocks: readonly Block[]): Promise<void> {
  for (const block of blocks) {
    if (block.is === "together") await paintAhead(block.blocks);
    if (block.is !== "table") continue;
    for (const interval of block.drawn?.intervals ?? []) {
      pngOf(interval);
      await setImmediate();
    }
  }
}

function childrenOf(docx: Docx, { title, description, contents, parts }: Paper): FileChild[] {
  const { Paragraph, TableOfContents } = docx;
  const front =
    contents === null
      ? []
      : [
          new Paragraph({ text: clean(title), heading: docx.HeadingLevel.TITLE }),
          new Paragraph({ children: [textRun(docx, { text: description, small: true })] }),
          new Paragraph({ children: [textRun(docx, { text: contents, bold: true })] }),
          // The library writes its lines from the headings, as links.
          new TableOfContents(contents, { hyperlink: true, headingStyleRange: "1-1" }),
        ];
  return [...front, ...parts.flatMap((part, n) => partOf(docx, part, n > 0 || contents !== null))];
}

const partOf = (docx: Docx, { title, above, head, blocks }: PaperPart, onNewPage: boolean): FileChild[] => [
  new docx.Paragraph({ pageBreakBefore: onNewPage, children: [textRun(docx, { text: head, small: true })] }),
  new docx.Paragraph({ children: [textRun(docx, { text: above, small: true })] }),
  new docx.Paragraph({ text: clean(title), heading: docx.HeadingLevel.HEADING_1 }),
  ...blocks.flatMap((block) => blockOf(docx, block)),
];

/** @param stays on the page of what comes next */
function blockOf(docx: Docx, block: Block, stays = false): readonly FileChild[] {
  const { Paragraph, HeadingLevel } = docx;
  switch (block.is) {
    case "heading":
      return [
        new Paragraph({
          text: clean(block.text),
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          keepNext: true,
        }),
      ];
    case "paragraph":
      return [new Paragraph({ keepNext: stays, children: runsOf(docx, block.runs) })];
    case "list":
      return block.items.map(
        (runs) => new Paragraph({ keepNext: stays, children: runsOf(docx, runs), bullet: { level: 0 } }),
      );
    case "table":
      return [tableOf(docx, block)];
    case "together":
      return block.blocks.flatMap((inner) => blockOf(docx, inner, true));
    default:
      return block satisfies never;
  }
}

/** Its first row stands again at the top of each page; a drawing stands behind the first cell of its row. */
function tableOf(docx: Docx, { head, figures, rows, drawn }: Extract<Block, { is: "table" }>): FileChild {
  const { Table, TableRow, TableCell, Paragraph, AlignmentType, WidthType } = docx;
  const cellOf = (alignment: "right" | "left", child: ParagraphChild) =>
    new TableCell({
      verticalAlign: docx.VerticalAlignTable.CENTER,
      children: [
        new Paragraph({ alignment: AlignmentType[alignment === "right" ? "RIGHT" : "LEFT"], children: [child] }),
      ],
    });
  const rowOf = (cells: readonly string[], isHead: boolean, beside?: ParagraphChild) => {
    const [first, ...others] = cells.map((text, at) =>
      cellOf(figures.includes(at) ? "right" : "left", textRun(docx, { text, ...(isHead && { bold: true as const }) })),
    );
    const besides = beside === undefined ? [] : [cellOf("left", beside)];
    const children = first === undefined ? [] : [first, ...besides, ...others];
    return new TableRow({ tableHeader: isHead, cantSplit: true, children });
  };
  const drawings = drawn?.intervals.map((interval) => drawingOf(docx, interval)) ?? [];
  const heading = drawn === undefined ? undefined : textRun(docx, { text: drawn.head, bold: true });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [rowOf(head, true, heading), ...rows.map((cells, at) => rowOf(cells, false, drawings[at]))],
  });
}

/** As SVG, and as a picture for word processors that draw none. */
function drawingOf(docx: Docx, interval: DrawnInterval): ParagraphChild {
  const transformation = { width: drawnSize.width, height: drawnSize.height };
  const description = clean(interval.alt);
  return new docx.ImageRun({
    type: "svg",
    data: Buffer.from(svgOf(interval)),
    fallback: { type: "png", data: pngOf(interval) },
    transformation,
    altText: { name: description, title: description, description },
  });
}

const runsOf = (docx: Docx, runs: readonly Run[]): ParagraphChild[] => runs.map((run) => textRun(docx, run));

const textRun = (docx: Docx, { text, small, mono, ...rest }: Run): ParagraphChild =>
  new docx.TextRun({
    text: clean(text),
    // oxlint-disable-next-line typescript/no-deprecated -- the library's own bold, which the rule takes for that of strings
    ...(rest.bold === true && { bold: true }),
    ...(small === true && { size: sizes.small, color: grey }),
    ...(mono === true && { size: sizes.mono, font: { ...font, ascii: "Consolas", hAnsi: "Consolas" } }),
  });

function footerOf(docx: Docx, { title }: Paper) {
  const { Footer, Paragraph, TextRun, PageNumber } = docx;
  const children = [
    textRun(docx, { text: `${title} · `, small: true }),
    new TextRun({ size: sizes.small, color: grey, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({ children: [new Paragraph({ children })] });
}

/** What XML cannot hold is left out; a line that ends there is a space, as in the PDF. */
const clean = (text: string): string => xmlText(text, "").replace(/[\r\n\t]+/g, " ");

/** The library dates its parts by the clock, and numbers bookmarks on from those of the documents before. */
async function stable(made: Buffer, { at }: Paper): Promise<Buffer> {
  const members = zipMembers(made);
  if (isUnreadable(members)) throw new Error(members.reason);
  const parts = new Map<string, Buffer>();
  for (const member of members.toSorted((a, b) => rankOf(a.name) - rankOf(b.name) || (a.name < b.name ? -1 : 1))) {
    await setImmediate();
    const content = unzipped(made, member);
    if (isUnreadable(content)) throw new Error(content.reason);
    parts.set(member.name, (steadied[member.name] ?? ((part) => part))(content, at));
  }
  await setImmediate();
  return zipOf(parts);
}

const steadied: Readonly<Record<string, (part: Buffer, at: string) => Buffer>> = {
  "docProps/core.xml": dated,
  "word/document.xml": numbered,
};

/** By which a reader knows the kind of the package comes first. */
const rankOf = (name: string): number => (name === "[Content_Types].xml" ? 0 : 1);

function dated(core: Buffer, at: string): Buffer {
  const moment = at.replace(/\.\d+/, "");
  return Buffer.from(
    core.toString("utf8").replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${moment}`),
  );
}

/** Bookmarks of the contents and drawings, by their order here; what somebody typed has no angle bracket, and so is none. */
function numbered(document: Buffer): Buffer {
  return Buffer.from(renumbered(renumbered(document.toString("utf8"), bookmarks), drawings));
}

const bookmarks =
  /(?<=<w:hyperlink [^>]*w:anchor="_Toc|<w:bookmarkStart [^>]*w:name="_Toc|<w:bookmark(?:Start|End) [^>]*w:id="|<w:instrText[^>]*>PAGEREF _Toc)\d+/g;
const drawings = /(?<=<wp:docPr id=")\d+/g;

function renumbered(text: string, places: RegExp): string {
  const numbers = new Map<string, number>();
  return text.replace(places, (number) => {
    if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
    return String(numbers.get(number));
  });
}
