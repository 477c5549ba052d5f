import { resolve } from "node:path";
import { folderCircles } from "./folder-circles.ts";

/** Part of `npm run check:layers`: what dependency-cruiser cannot say, that folders of the domain form no circle. */
const circles = folderCircles(resolve(import.meta.dirname, "../../src/domain"));
for (const circle of circles) process.stderr.write(`  folders of the domain form a circle: ${circle}\n`);
process.exitCode = circles.length > 0 ? 1 : 0;
