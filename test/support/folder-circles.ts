import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * Folders under `root` that reach each other by their files' imports, those of types too: "a → b (file)" for each step of a
 * circle, with one file that takes it. A folder is what lies in it directly, not what lies in its folders; what lies in
 * `root` itself is no folder, and each such file stands for itself.
 */
export function folderCircles(root: string): readonly string[] {
  const imports = filesIn(root).flatMap((file) => importsOf(file, root));
  const reached = new Map<string, Set<string>>();
  for (const { from, to } of imports) reached.set(from, (reached.get(from) ?? new Set()).add(to));
  const closing = imports.filter(({ from, to }) => from !== to && reaches(to, from, reached));
  const steps = new Map(closing.toReversed().map(({ from, to, file }) => [`${from} → ${to}`, file]));
  return [...steps].map(([step, file]) => `${step} (${file})`).toSorted();
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
  const folder = (path: string): string => relative(root, dirname(path)) || relative(root, path);
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
