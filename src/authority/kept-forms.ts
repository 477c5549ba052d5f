/** What somebody typed when their session had ended: kept for them alone until they have signed in again. */
interface KeptForm {
  readonly path: string;
  readonly body: unknown;
}

export interface KeptForms {
  /** For a day, the ten newest of a person; the token by which it is found. */
  keep(person: string, form: KeptForm): Promise<string>;
  /** Only for the person who typed it. */
  find(token: string, person: string): Promise<KeptForm | null>;
}
