import type { Block, Paper, Run } from "./paper.ts";

/** Full-width marks bring their own space, on the side that is open. */
const [closing, opening] = ["。？！；：，、）」』》", "（「『《"];
const spaceBeside = new RegExp(`(?<=[${closing}]) +| +(?=[${opening}])`, "g");
const needsNone = new RegExp(`[${closing}]$`);
const bringsIts = new RegExp(`^[${opening}${closing}]`);

/** A paper whose runs stand right behind each other: words are set apart by one space, and by none beside a full-width mark. */
export const spacedOut = (paper: Paper): Paper => ({
  ...paper,
  title: closedUp(paper.title),
  description: closedUp(paper.description),
  parts: paper.parts.map((part) => ({
    title: closedUp(part.title),
    above: closedUp(part.above),
    head: closedUp(part.head),
    blocks: part.blocks.map(spacedBlock),
  })),
});

const closedUp = (text: string): string => text.replace(spaceBeside, "");

function spacedBlock(block: Block): Block {
  switch (block.is) {
    case "heading":
      return { ...block, text: closedUp(block.text) };
    case "paragraph":
      return { ...block, runs: setApart(block.runs) };
    case "list":
      return { ...block, items: block.items.map(setApart) };
    case "table":
      return {
        ...block,
        head: block.head.map(closedUp),
        rows: block.rows.map((cells) => cells.map(closedUp)),
        ...(block.drawn !== undefined && { drawn: { ...block.drawn, head: closedUp(block.drawn.head) } }),
      };
    case "together":
      return { ...block, blocks: block.blocks.map(spacedBlock) };
    default:
      return block satisfies never;
  }
}

function setApart(runs: readonly Run[]): readonly Run[] {
  const closed = runs.map((run) => ({ ...run, text: closedUp(run.text) }));
  return closed.map((run, n) => {
    const before = closed[n - 1]?.text;
    const isTight = before === undefined || needsNone.test(before) || bringsIts.test(run.text);
    return isTight ? run : { ...run, text: ` ${run.text}` };
  });
}
