import type { Config } from "../../config.ts";
import { mailTransport } from "../ship/mail.ts";
import { finding, good } from "./remark.ts";
import type { Remark } from "./remark.ts";

/** Connects, speaks TLS and signs in as a mail would; none is sent. Nothing where no mail server is set. */
export async function mailRemarks({ smtpUrl }: Pick<Config, "smtpUrl">, patience = 5000): Promise<readonly Remark[]> {
  if (smtpUrl === null) return [];
  const { host } = new URL(smtpUrl);
  const transport = await mailTransport(smtpUrl, patience);
  try {
    await transport.verify();
    return [good("Mail", `${host} answers and takes what this server says of itself.`)];
  } catch (error) {
    const code = codeOf(error);
    const [says, advice] = reasons[code] ?? [
      `does not answer as a mail server does (${code}).`,
      "Look at TOUCHSTONE_SMTP_URL.",
    ];
    return [finding("Mail", `${host} ${says}`, advice)];
  } finally {
    transport.close();
  }
}

/** Nodemailer calls every fault of a socket the same; one that never came about is known by the call. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return "syscall" in error && error.syscall === "connect" ? "ECONNECTION" : String(error.code);
}

type Reason = readonly [says: string, advice: string];

const unreachable: Reason = [
  "cannot be reached.",
  "Look at host and port of TOUCHSTONE_SMTP_URL, and whether a firewall lets this machine through.",
];

const reasons: Readonly<Record<string, Reason>> = {
  EAUTH: [
    "refuses the name or the password.",
    "Put them right in TOUCHSTONE_SMTP_URL; special signs are written as %40 and the like.",
  ],
  ETLS: [
    "does not offer TLS, and a password never crosses an open line.",
    "Use smtps://, or a server that offers STARTTLS.",
  ],
  ECONNECTION: unreachable,
  ETIMEDOUT: unreachable,
  ESOCKET: [
    "breaks the connection off, or shows a certificate that nobody here trusts.",
    "Look at port and certificate: smtps:// is for port 465, smtp:// for 587.",
  ],
  EDNS: ["has no address: the name is not known.", "Look at the name in TOUCHSTONE_SMTP_URL."],
};
