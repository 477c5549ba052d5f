/** A part of the software: name, version and licence, null where its maker names none. */
export type ListedComponent = readonly [name: string, version: string | null, licence: string | null];

/** What the software is made of, as its build lists it: CycloneDX. */
export function cycloneDxJson(components: readonly ListedComponent[]): string {
  const listed = components.map(([name, version, licence]) => ({
    type: "library",
    name,
    ...(version !== null && { version }),
    ...(licence !== null && { licenses: [{ license: { id: licence } }] }),
  }));
  return `${JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components: listed }, null, 2)}\n`;
}
