/** A title in both languages, because every page and every record shows it. */
export interface Named {
  readonly en: string;
  readonly zh: string;
}
