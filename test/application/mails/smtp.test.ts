import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { smtpPostman } from "../../../src/application/mails/smtp.ts";
import type { Handed } from "../../../src/application/mails/smtp.ts";
import { selfSigned } from "../../support/certificate.ts";
import { mailServer } from "./mail-server.ts";

const letter = {
  id: "6f1c",
  to: "wang@example.org",
  subject: "试金石：有 3 件事",
  text: "Text 文字\n",
  html: "<p>Text 文字</p>",
  unsubscribe: "https://touchstone.example.org/unsubscribe/x/one-click",
};
const yes = () => Promise.resolve(true);

let server: Awaited<ReturnType<typeof mailServer>>;
beforeAll(async () => void (server = await mailServer()));
afterAll(async () => server.stop());
beforeEach(() => {
  server.received.length = 0;
  Object.assign(server.answers, { rcpt: null, data: null });
});

interface Over {
  readonly url?: string;
  readonly tls?: "required" | "offered";
  readonly ca?: string;
  readonly to?: string;
  readonly handOver?: () => Promise<boolean>;
}

const send = ({ url, tls = "required", ca, to = letter.to, handOver = yes }: Over = {}): Promise<Handed> =>
  smtpPostman(
    { smtpUrl: url ?? `smtp://127.0.0.1:${server.port}`, mailFrom: "Touchstone <told@example.org>", smtpTls: tls },
    { patience: 300, tls: ca === undefined ? {} : { ca } },
  )!.send({ ...letter, to }, handOver);

describe("a mail on the wire", () => {
  test("arrives with both parts, its own id, and what tells programs what it is", async () => {
    expect(await send()).toEqual({ is: "sent" });
    const [{ to, mail }] = server.received as [(typeof server.received)[number]];
    expect(to).toBe("wang@example.org");
    expect([mail.subject, mail.text, mail.messageId]).toEqual([letter.subject, letter.text, "<6f1c@example.org>"]);
    expect(mail.html).toContain("<p>Text 文字</p>");
    expect(mail.from?.text).toBe('"Touchstone" <told@example.org>');
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail.headerLines.find(({ key }) => key === "list-unsubscribe")?.line).toContain(`<${letter.unsubscribe}>`);
    expect(mail.headerLines.find(({ key }) => key === "list-unsubscribe-post")?.line).toContain(
      "List-Unsubscribe=One-Click",
    );
  });

  test.each([
    ["4xx for the recipient", { rcpt: 451 }, { is: "later", answer: "EENVELOPE 451" }],
    ["5xx for the recipient", { rcpt: 550 }, { is: "refused", code: 550 }],
    ["4xx for the mail", { data: 452 }, { is: "later", answer: "EMESSAGE 452" }],
    ["5xx for the mail", { data: 554 }, { is: "refused", code: 554 }],
    ["silence before it was given", { rcpt: "silence" }, { is: "later", answer: "ETIMEDOUT" }],
    ["silence after it was given", { data: "silence" }, { is: "unsure", answer: "ETIMEDOUT" }],
  ] as const)("%s", async (_, answers, handed) => {
    Object.assign(server.answers, answers);
    expect(await send()).toEqual(handed);
  });

  test("is given only after its holder was asked, and not where somebody else has it by now", async () => {
    const asked: number[] = [];
    const handOver = () => {
      asked.push(server.received.length);
      return Promise.resolve(false);
    };
    expect(await send({ handOver })).toEqual({ is: "lost" });
    expect([asked, server.received]).toEqual([[0], []]);
    server.answers.rcpt = 550;
    await send({ handOver });
    expect(asked, "a refused one is never handed over").toEqual([0]);
  });

  test("a server that does not greet, and one that is not there", async () => {
    const mute = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(mute, "listening");
    const { port } = mute.address() as AddressInfo;
    expect(await send({ url: `smtp://127.0.0.1:${port}` })).toMatchObject({ is: "later", answer: "ETIMEDOUT" });
    mute.close();
    expect(await send({ url: "smtp://127.0.0.1:1" })).toMatchObject({ is: "later" });
  });

  test.each(["a@b\r\nRCPT TO:<evil@example.org>", "a@b>\r\nBcc: evil@example.org", "a@b, evil@example.org", ""])(
    "an address %j reaches nobody",
    async (to) => {
      expect(await send({ to })).toEqual({ is: "refused", code: 553 });
      expect(server.received).toEqual([]);
    },
  );
});

describe("an open line", () => {
  const { key, cert } = selfSigned();
  const onAuth: NonNullable<Parameters<typeof mailServer>[0]>["onAuth"] = (auth, _session, callback) =>
    auth.password === "right" ? callback(null, { user: auth.username }) : callback(new Error("wrong"));

  test("with a password the server must speak TLS, also on this machine", async () => {
    expect(await send({ url: `smtp://touchstone:right@127.0.0.1:${server.port}` })).toMatchObject({ is: "later" });
    expect(server.received).toEqual([]);
  });

  test("with TLS it is sent where the certificate is trusted, and only there", async () => {
    const secured = await mailServer({ key, cert, onAuth, authOptional: false });
    const url = `smtp://touchstone:right@127.0.0.1:${secured.port}`;
    try {
      expect(await send({ url, ca: cert })).toEqual({ is: "sent" });
      expect(secured.received[0]?.secure).toBe(true);
      expect(await send({ url }), "nobody vouches for it").toMatchObject({ is: "later" });
      const wrong = url.replace("right", "wrong");
      expect(await send({ url: wrong, ca: cert }), "no fault of the address").toEqual({
        is: "later",
        answer: "EAUTH 535",
      });
      expect(secured.received).toHaveLength(1);
    } finally {
      await secured.stop();
    }
  });

  test("TLS from the first byte", async () => {
    const secured = await mailServer({ key, cert, secure: true });
    try {
      expect(await send({ url: `smtps://127.0.0.1:${secured.port}`, ca: cert })).toEqual({ is: "sent" });
    } finally {
      await secured.stop();
    }
  });
});
