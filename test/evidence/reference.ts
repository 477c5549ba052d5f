import { statSync } from "node:fs";
import { basename } from "node:path";
import type { EvidenceFile } from "../../src/evidence/format.ts";
import { realPath } from "../support/real-files.ts";

/** One of the reference files beside the repository. */
export function referenceFile(path: string): EvidenceFile {
  const absolute = realPath(path);
  return { name: basename(path), path: absolute, bytes: statSync(absolute).size };
}
