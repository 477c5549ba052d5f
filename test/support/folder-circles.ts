import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * Folders under `root` that reach each other by their files' imports, those of types too: each as "a → b (file)" for one
 * import that closes a circle. A folder is what lies in it directly, not what lies in its folders.
 */
export function folderCircles(root: string): readonly string[] {
  const imports = filesIn(root).flatMap((file) => importsOf(file, root));
  const reached = new Map<string, Set<string>>();
  for (const { from, to } of imports) reached.set(from, (reached.get(from) ?? new Set()).add(to));
  return imports
    .filter(({ from, to }) => from !== to && reaches(to, from, reached))
    .map(({ from, to, file }) => `${from} → ${to} (${file})`)
    .toSorted();
}

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(root, name));

function importsOf(file: string, root: string): readonly Import[] {
  const folder = (path: string): string => relative(root, dirname(path)) || ".";
  return [...readFileSync(file, "utf8").matchAll(/\bfrom "(\.[^"]+)"/g)].map(([, specifier = ""]) => ({
    file: relative(root, file),
    from: folder(file),
    to: folder(join(dirname(file), specifier)),
  }));
}

function reaches(from: string, to: string, reached: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set([from]);
  for (const folder of seen) {
    if (folder === to) return true;
    for (const next of reached.get(folder) ?? []) seen.add(next);
  }
  return false;
}
