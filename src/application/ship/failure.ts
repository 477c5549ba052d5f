export const shipFailures = ["no-folder", "no-write", "no-mail-server", "mail", "unreachable", "refused"] as const;
export type ShipFailureCode = (typeof shipFailures)[number];

const sentences: Readonly<Record<ShipFailureCode, string>> = {
  "no-folder": "the folder is not there; is it mounted?",
  "no-write": "the folder cannot be written to",
  "no-mail-server": "no mail server is set: TOUCHSTONE_SMTP_URL and TOUCHSTONE_MAIL_FROM",
  mail: "the mail server did not take it",
  unreachable: "the address cannot be reached",
  refused: "the address refused it",
};

/** A destination did not take a checkpoint. `detail` is a code or a status, never an address or a credential. */
export class ShipFailure extends Error {
  readonly code: ShipFailureCode;
  readonly detail: string;

  constructor(code: ShipFailureCode, detail = "") {
    super(detail === "" ? sentences[code] : `${sentences[code]} (${detail})`);
    this.name = "ShipFailure";
    this.code = code;
    this.detail = detail;
  }
}
