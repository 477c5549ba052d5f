import { resolve } from "node:path";
import { folderCircles } from "./folder-circles.ts";
import { twinTypes } from "./twin-types.ts";

/**
 * Part of `npm run check:layers`, what dependency-cruiser cannot say: folders of the domain form no circle, and no two of
 * its types bear one name.
 */
const domain = resolve(import.meta.dirname, "../../src/domain");
const faults = [
  ...folderCircles(domain).map((circle) => `folders of the domain form a circle: ${circle}`),
  ...twinTypes(domain).map((twins) => `two types of the domain bear one name: ${twins}`),
];
for (const fault of faults) process.stderr.write(`  ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
