/** Words beside each other, set off as their own script does it. */
export function inARow(parts: readonly string[]): string {
  const comma = parts.some((part) => /\p{Script=Han}/u.test(part)) ? "，" : ", ";
  return parts.filter((part) => part !== "").join(comma);
}
