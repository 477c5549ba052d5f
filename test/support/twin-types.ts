import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Types that two files under `root` export under one name: "Outcome (a.ts, b/c.ts)", by name. */
export function twinTypes(root: string): readonly string[] {
  const files = new Map<string, string[]>();
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!file.endsWith(".ts")) continue;
    for (const [, name = ""] of readFileSync(join(root, file), "utf8").matchAll(/^export (?:type|interface) (\w+)/gm))
      files.set(name, [...(files.get(name) ?? []), file]);
  }
  const twins = [...files].filter(([, places]) => places.length > 1);
  return twins.map(([name, places]) => `${name} (${places.join(", ")})`).toSorted();
}
