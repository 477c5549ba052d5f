import { wcag } from "./layouts/accessibility.ts";
import { incidents, outages, probes } from "./layouts/availability.ts";
import type { Layout } from "./layouts/layout.ts";
import { loadTable } from "./layouts/load-table.ts";
import { outcomes } from "./layouts/outcomes.ts";
import { satisfaction } from "./layouts/satisfaction.ts";
import { seqLayout, susLong, susWide, tasks, umuxLiteLayout } from "./layouts/usability.ts";
import { volume } from "./layouts/volume.ts";

/** Every layout a person may write; tools' own formats need no template. */
export const layouts: readonly Layout[] = [
  outages,
  incidents,
  probes,
  susWide,
  susLong,
  umuxLiteLayout,
  tasks,
  seqLayout,
  volume,
  outcomes,
  satisfaction,
  loadTable,
  wcag,
];
