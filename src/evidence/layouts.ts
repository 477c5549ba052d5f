import { outages, probes } from "./layouts/availability.ts";
import type { Layout } from "./layouts/layout.ts";
import { susLong, susWide, tasks } from "./layouts/usability.ts";
import { volume } from "./layouts/volume.ts";

/** Every layout a person may write; tools' own formats need no template. */
export const layouts: readonly Layout[] = [outages, probes, susWide, susLong, tasks, volume];
