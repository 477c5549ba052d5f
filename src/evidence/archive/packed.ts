import type { FileSink } from "../format.ts";
import { Refused } from "../refused.ts";
import { Unreadable } from "../unreadable.ts";
import { archiveProblem } from "./problem.ts";

/** Packed; what is in it may be larger (zip.ts). */
const largestArchive = 64 << 20;

/**
 * Takes an archive in; what is packed is opened once all of it is there.
 *
 * @throws Refused of its sink where it is larger than 64 MiB
 */
export function packed(file: string, open: (bytes: Buffer) => Promise<void>): FileSink {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    write: (chunk) => {
      size += chunk.length;
      if (size <= largestArchive) chunks.push(Buffer.from(chunk));
      else throw new Refused(archiveProblem(file, new Unreadable("large-archive")));
    },
    end: () => open(Buffer.concat(chunks)),
  };
}
