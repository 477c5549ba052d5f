/** Sort value and key of a row: the next page begins after it, however many rows came in between. */
export type Cursor = readonly [string | number, number];

export const cursorOf = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

/** Null for anything that is not a cursor: an address that was cut off shows the first page. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return isCursor(value) ? value : null;
  } catch {
    return null;
  }
}

function isCursor(value: unknown): value is Cursor {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [sort, key] = value as unknown[];
  return (typeof sort === "string" || typeof sort === "number") && Number.isSafeInteger(key);
}
