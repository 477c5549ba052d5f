export const evidenceKinds = [
  "load",
  "availability",
  "volume",
  "sus",
  "umux-lite",
  "seq",
  "tasks",
  "satisfaction",
  "accessibility",
  "outcomes",
  "components",
  "interface",
  "document",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
