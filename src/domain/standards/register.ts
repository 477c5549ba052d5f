import type { Standard, StandardVersion } from "./standard.ts";
import { versionIn } from "./standing.ts";

/** Every standard of the house, by its short name. */
export interface Register {
  readonly [standard: string]: Standard;
}

/** One version of one standard: "city-api@2.0". */
export interface VersionName {
  readonly standard: string;
  readonly version: string;
}

export const versionName = ({ standard, version }: VersionName): string => `${standard}@${version}`;

/** Null where the text names no version. */
export function readVersionName(name: string): VersionName | null {
  const [standard = "", version = "", ...more] = name.split("@");
  return standard === "" || version === "" || more.length > 0 ? null : { standard, version };
}

export function versionOf(register: Register, { standard, version }: VersionName): StandardVersion | null {
  const there = Object.hasOwn(register, standard) ? register[standard] : undefined;
  return there === undefined ? null : (versionIn(there, version) ?? null);
}
