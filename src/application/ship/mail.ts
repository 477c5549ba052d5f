import { parseCheckpoint } from "../../ledger/checkpoint.ts";
import { smtpServer, timeouts } from "../mails/smtp-server.ts";
import { ShipFailure } from "./failure.ts";
import type { Config } from "../../config.ts";

export type MailSettings = Pick<Config, "smtpUrl" | "mailFrom">;

/** Sends the note as the body of a mail, as it is: `ledger verify --checkpoint` reads the mail, quoted or saved. */
export async function mail(
  to: string,
  note: string,
  { smtpUrl, mailFrom }: MailSettings,
  patience: number,
): Promise<void> {
  if (smtpUrl === null || mailFrom === null) throw new ShipFailure("no-mail-server");
  const transport = await mailTransport(smtpUrl, patience);
  const head = parseCheckpoint(note);
  try {
    await transport.sendMail({
      from: mailFrom,
      to,
      subject: `Checkpoint of ${head?.origin ?? "touchstone"} over ${head?.size ?? 0} entries`,
      text: `${note}\nKeep this mail. Save it to a file to check the ledger against it:\ntouchstone ledger verify --checkpoint FILE\n`,
      textEncoding: "quoted-printable",
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    const code: unknown = error instanceof Error && "code" in error ? error.code : "";
    throw new ShipFailure("mail", typeof code === "string" ? code : "");
  } finally {
    transport.close();
  }
}

/** @param patience ms for each of connecting, greeting and answering. */
export async function mailTransport(smtpUrl: string, patience: number) {
  // Loaded when the first mail is sent: most houses never send one.
  const { createTransport } = await import("nodemailer");
  const { auth, ...server } = smtpServer(smtpUrl);
  return createTransport({
    ...server,
    // A password never crosses an open line.
    requireTLS: !server.secure && auth !== null,
    ...(auth !== null && { auth }),
    ...timeouts(patience),
  });
}
