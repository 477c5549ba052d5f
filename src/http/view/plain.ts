import { Html } from "./html.ts";
import type { Content } from "./html.ts";

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", nbsp: "\u00a0" };

/** What stands in a piece of a page, without its markup: for files. A line that ends there is a space here. */
export const plainOf = (content: Content | undefined): string =>
  content instanceof Html ? readOut(content.text) : (content ?? "");

function readOut(markup: string): string {
  return markup
    .replace(/<(?:br|\/p|\/li|\/div)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|amp|nbsp));/gi,
      (_, hex?: string, figures?: string, name?: string) =>
        name === undefined
          ? String.fromCodePoint(hex === undefined ? Number(figures) : parseInt(hex, 16))
          : (named[name.toLowerCase()] ?? ""),
    )
    .trim();
}
