/** What a technology is in the first place: people look for others of its kind, and a radar may be parted by it. */
export const technologyKinds = [
  "service",
  "system",
  "data",
  "algorithm",
  "device",
  "infrastructure",
  "security",
] as const;

export type TechnologyKind = (typeof technologyKinds)[number];
