/** Every SHA-256 in hex that a payload names, at any depth: texts, files, pieces. */
export function digestsIn(value: unknown): readonly string[] {
  const digests: string[] = [];
  collect(value, digests);
  return digests;
}

function collect(value: unknown, digests: string[]): void {
  if (typeof value === "string") {
    if (value.length === 64 && /^[0-9a-f]{64}$/.test(value)) digests.push(value);
  } else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) collect(item, digests);
  }
}
