import { textKey } from "../../domain/words/plain-text.ts";

/** Services by what their names say: "Permits" and "permits " are one, called as the first of its spellings in the order of code units. */
export class Spelled {
  readonly #names = new Map<string, string>();

  /** What stands for a name, whichever way it is typed. */
  key(name: string): string {
    const key = textKey(name);
    const known = this.#names.get(key);
    if (known === undefined || name < known) this.#names.set(key, name);
    return key;
  }

  /** Once every name was seen. */
  name(key: string): string {
    return this.#names.get(key) ?? key;
  }
}
