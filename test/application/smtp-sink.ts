import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** A mail server that keeps what it is given: just enough SMTP (RFC 5321) for one client. */
export async function smtpSink() {
  const mails: { readonly to: string; readonly source: string }[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    serve(socket, mails);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    mails,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function serve(socket: Socket, mails: { readonly to: string; readonly source: string }[]): void {
  let [text, to, inData] = ["", "", false];
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say("220 sink");
  socket.on("error", () => undefined);
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("utf8");
    for (;;) {
      const end = text.indexOf(inData ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const part = text.slice(0, end);
      text = text.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        mails.push({ to, source: part });
        say("250 kept");
      } else command(part);
    }
  });

  function command(line: string): void {
    if (/^rcpt to/i.test(line)) to = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (/^data/i.test(line)) {
      inData = true;
      say("354 go on");
    } else if (/^quit/i.test(line)) socket.end("221 bye\r\n");
    else say("250 fine");
  }
}
