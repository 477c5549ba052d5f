import { withoutColours } from "./load/console.ts";
import { plans } from "./load-tools/plans.ts";
import { prints as printed } from "./load-tools/prints.ts";
import { pages } from "./load-tools/pages.ts";
import { services } from "./load-tools/services.ts";
import { tables } from "./load-tools/tables.ts";
import type { LoadToolFile } from "./load-tools/tool-file.ts";

const known: readonly LoadToolFile[] = [...plans, ...services, ...tables, ...printed, ...pages];

/** What a file of a load tool is that no reader reads, and what to attach in its place; null for anything else. */
export function loadToolFile(text: string): LoadToolFile | null {
  const plain = withoutColours(text);
  return known.find(({ signs }) => signs.every((sign) => sign.test(plain))) ?? null;
}

/** Everything that is known by its name, for pages and tests. */
export const loadToolFiles = known;
