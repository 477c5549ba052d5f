import { statSync } from "node:fs";
import { basename } from "node:path";
import type { EvidenceFile } from "../../src/evidence/format.ts";
import { referencePath } from "./support.ts";

/** One of the reference files beside the repository. */
export function referenceFile(path: string): EvidenceFile {
  const absolute = referencePath(path);
  return { name: basename(path), path: absolute, bytes: statSync(absolute).size };
}
