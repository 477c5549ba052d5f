import type { Reporting } from "../contradictions/littles-law.ts";

/** http.batch sends up to twenty requests of one user at once (k6 options, batch), and nothing in the output tells of it. */
export const manyAtOnce: Reporting = { atOnce: 20 };
