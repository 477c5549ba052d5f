/** Why a command cannot be run as it was typed, or what it names cannot be read: printed as it stands, exit status 2. */
export class Misuse {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

export function isMisuse(value: unknown): value is Misuse {
  return value instanceof Misuse;
}
