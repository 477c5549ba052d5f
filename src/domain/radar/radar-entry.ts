/** A dot of a technology radar, as any of the formats says it. */
export interface RadarEntry {
  /** The file's own identifier, "" where it has none. */
  readonly id: string;
  readonly name: string;
  readonly ring: string;
  /** Quadrant, sector, whatever the file parts its circle by. */
  readonly sector: string;
  /** The file's own word for where it came from. */
  readonly moved: string;
  /** Plain text. */
  readonly description: string;
  readonly link: string;
}

export type RadarFormat = "byor" | "zalando" | "aoe" | "backstage";

const columns = ["id", "name", "ring", "sector", "moved", "description", "link"] as const;

/** The entries as a table whose first row holds the headings. */
export const radarTable = (entries: readonly RadarEntry[]): readonly (readonly string[])[] => [
  ["id", "name", "ring", "quadrant", "moved", "description", "link"],
  ...entries.map((entry) => columns.map((column) => entry[column])),
];

/** Numbered as radars that give rings and quadrants by number name them: a mapping says what they are here. */
export const zalandoRings: readonly string[] = ["adopt", "trial", "assess", "hold"];
