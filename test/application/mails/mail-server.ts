import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import type { ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { SMTPServerOptions } from "smtp-server";

interface Received {
  readonly to: string;
  readonly secure: boolean;
  readonly mail: ParsedMail;
}

/** What the server says at a step: nothing at all, or a code. */
interface Answers {
  rcpt: number | "silence" | null;
  data: number | "silence" | null;
}

/** A real mail server on this machine; each test says what it answers. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const answers: Answers = { rcpt: null, data: null };
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disabledCommands: options.key === undefined ? ["STARTTLS"] : [],
    closeTimeout: 10,
    onRcptTo: (_address, _session, callback) => answer(answers.rcpt, callback),
    onData: (stream, session, callback) => {
      simpleParser(stream).then(
        (mail) => {
          const to = session.envelope.rcptTo[0]?.address ?? "";
          if (typeof answers.data !== "number") received.push({ to, secure: session.secure, mail });
          answer(answers.data, callback);
        },
        // It went away in the middle: there is no mail.
        () => undefined,
      );
    },
    ...options,
  });
  // A client that goes away is none of its troubles.
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    answers,
    port,
    stop: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(code: number | "silence" | null, callback: (error?: Error | null) => void): void {
  if (code === "silence") return;
  callback(code === null ? null : Object.assign(new Error("as the test says"), { responseCode: code }));
}
