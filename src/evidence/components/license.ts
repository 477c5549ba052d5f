import { membersOf } from "../whole-files.ts";

/**
 * The licences of a component as CycloneDX writes them: SPDX ids, names, or one SPDX expression. Several are joined by a
 * comma: the format does not say whether all of them hold or one may be chosen.
 */
export function licenseOf(licenses: unknown): string | undefined {
  if (!Array.isArray(licenses)) return undefined;
  const names = licenses.flatMap((entry: unknown) => {
    const { license, expression } = membersOf(entry) ?? {};
    const { id, name } = membersOf(license) ?? {};
    return [expression, id, name].filter((text) => typeof text === "string" && text !== "").slice(0, 1);
  });
  return names.length === 0 ? undefined : [...new Set(names)].join(", ");
}
