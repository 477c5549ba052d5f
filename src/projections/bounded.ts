/** What was made once, up to so many bytes. What was not asked for longest goes first. */
export interface Bounded<T> {
  find(key: string): T | undefined;
  /** @param bytes what the value takes */
  keep(key: string, value: T, bytes: number): void;
  clear(): void;
  /** Held now, keys included. */
  readonly bytes: number;
}

type Entry<T> = { readonly value: T; readonly bytes: number };

/** What an entry takes beside its key and its value. */
const overhead = 160;

/**
 * @param mostBytes 0 keeps nothing
 * @param largest bytes of one entry that is still kept: a larger one would push out the rest
 */
export function createBounded<T>(mostBytes: number, largest = mostBytes / 4): Bounded<T> {
  // A map gives its keys in the order in which they were put in: the first is the one not asked for longest.
  const entries = new Map<string, Entry<T>>();
  let bytes = 0;

  function drop(key: string, entry: Entry<T>): void {
    entries.delete(key);
    bytes -= entry.bytes;
  }

  function shrink(): void {
    for (const [key, entry] of entries) {
      if (bytes <= mostBytes) return;
      drop(key, entry);
    }
  }

  return {
    find(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    keep(key, value, own) {
      const entry = { value, bytes: own + sizeOfText(key) + overhead };
      const before = entries.get(key);
      if (before !== undefined) drop(key, before);
      if (entry.bytes > largest) return;
      entries.set(key, entry);
      bytes += entry.bytes;
      shrink();
    },
    clear() {
      entries.clear();
      bytes = 0;
    },
    get bytes() {
      return bytes;
    },
  };
}

/** From above: strings take one byte a character, or two where one of them is beyond Latin-1. */
export const sizeOfText = (text: string): number => text.length * 2;
