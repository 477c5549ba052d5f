import { expect, test } from "vitest";
import { sayCounts } from "./real-files-counted.ts";

test("a run says in one line how many real files were read and how many skipped, each counted once", () => {
  const counts = "read load/ab/ab.tsv\nskipped sbom/VEX_vex.json\nread load/ab/ab.tsv\nskipped merkle\n";
  expect(sayCounts(counts)).toBe("Real files and folders of ../shared/data: 1 read, 2 skipped");
});
