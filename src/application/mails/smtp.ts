import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { ConnectionOptions } from "node:tls";
import type { Config } from "../../config.ts";
import { isMailAddress } from "../../domain/words/mail-address.ts";
import { smtpServer, timeouts } from "./smtp-server.ts";
import type { SmtpServer } from "./smtp-server.ts";

export type SmtpSettings = Pick<Config, "smtpUrl" | "mailFrom" | "smtpTls">;

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click ends these mails. */
  readonly unsubscribe: string;
}

/** What became of it. `answer` is a code of the server or of the connection: never an address. */
export type Handed =
  | { readonly is: "sent" }
  /** The server will never take mail for this address. */
  | { readonly is: "refused"; readonly code: number }
  /** It was not taken, for now; or the fault is ours. */
  | { readonly is: "later"; readonly answer: string }
  /** The server had all of it, and its answer never came. */
  | { readonly is: "unsure"; readonly answer: string }
  /** Somebody else has it by now. */
  | { readonly is: "lost" };

export interface Postman {
  /** @param handOver asked once the server has agreed to take the mail, right before it is given: false ends it unsent */
  send(letter: Letter, handOver: () => Promise<boolean>): Promise<Handed>;
}

interface SmtpOptions {
  /** Ms that each step may take. */
  readonly patience?: number;
  /** Whom to trust beside the authorities that Node trusts. */
  readonly tls?: ConnectionOptions;
}

/** Hands one mail at a time to the configured server; null where none is configured. */
export function smtpPostman(
  { smtpUrl, mailFrom, smtpTls }: SmtpSettings,
  { patience = 20_000, tls = {} }: SmtpOptions = {},
): Postman | null {
  if (smtpUrl === null || mailFrom === null) return null;
  const { auth, ...server } = smtpServer(smtpUrl);
  const isHere = ["localhost", "127.0.0.1", "::1"].includes(server.host);
  const options = {
    ...server,
    // Names stand in these mails: they cross no open line, unless the operator says so.
    requireTLS: !server.secure && smtpTls === "required" && !(isHere && auth === null),
    ...timeouts(patience),
    dnsTimeout: patience,
    tls,
  };
  return {
    send: async (letter, handOver) => {
      // One of before, when less was asked of an address.
      if (!isMailAddress(letter.to)) return { is: "refused", code: 553 };
      // Loaded when the first mail is sent: most houses never send one.
      const { default: Connection } = await import("nodemailer/lib/smtp-connection");
      const connection = new Connection(options);
      const progress = { begun: false };
      try {
        await connected(connection, auth);
        const message = await messageOf(letter, mailFrom);
        const envelope = { from: addressIn(mailFrom), to: letter.to };
        await given(connection, envelope, Readable.from(bodyOf(message, handOver, progress)));
        return { is: "sent" };
      } catch (error) {
        return handedBy(error, progress.begun);
      } finally {
        connection.close();
      }
    },
  };
}

/** Somebody else has it by now: nothing of it was given. */
class Lost extends Error {}

/** Asked for once the server has said that it will take the mail, and not before. */
async function* bodyOf(message: Buffer, handOver: () => Promise<boolean>, progress: { begun: boolean }) {
  if (!(await handOver())) throw new Lost();
  progress.begun = true;
  yield message;
}

/** The address alone of "Name <address>". */
const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

const nameIn = (from: string): string => (/^([^<]+)</.exec(from)?.[1] ?? "").trim().replace(/^"|"$/g, "");

async function messageOf({ id, to, subject, text, html, unsubscribe }: Letter, from: string): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const sender = addressIn(from);
  return new MailComposer({
    from: { name: nameIn(from), address: sender },
    // As text, a line break in it would make it another recipient.
    to: { name: "", address: to },
    subject,
    text,
    html,
    // Of the mail, not of the try: a second copy is known to be one.
    messageId: `<${id}@${sender.split("@")[1] ?? "touchstone"}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function connected(connection: SMTPConnection, auth: SmtpServer["auth"]): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.once("end", () => reject(new Error("closed")));
    connection.connect((error) => {
      if (error) reject(error);
      else if (auth === null) resolve();
      else connection.login(auth, (refused) => (refused ? reject(refused) : resolve()));
    });
  });
}

function given(connection: SMTPConnection, envelope: { from: string; to: string }, message: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.once("end", () => reject(new Error("closed")));
    connection.send(envelope, message, (error) => (error ? reject(error) : resolve()));
  });
}

/** @param begun whether the server was given any of it: then silence says nothing of whether it has it */
function handedBy(error: unknown, begun: boolean): Handed {
  if (error instanceof Lost) return { is: "lost" };
  const { responseCode, command, code } = error as { responseCode?: unknown; command?: unknown; code?: unknown };
  const answer = typeof code === "string" ? code : "failed";
  if (typeof responseCode !== "number") return begun ? { is: "unsure", answer } : { is: "later", answer };
  // What it says of the sender, or of our password, is not the fault of the address.
  const ofRecipient = command === "RCPT TO" || command === "DATA";
  if (responseCode >= 500 && ofRecipient) return { is: "refused", code: responseCode };
  return { is: "later", answer: `${answer} ${responseCode}` };
}
