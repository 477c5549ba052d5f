/** Every SHA-256 in hex that a payload names, at any depth: texts, files, pieces. */
export const digestsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return /^[0-9a-f]{64}$/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(digestsIn);
};
