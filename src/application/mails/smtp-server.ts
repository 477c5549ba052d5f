/** A mail server as its address says it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on. */
  readonly secure: boolean;
  /** Null: nobody signs in. */
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

/** @param address `smtp://` or `smtps://`, with the credentials in it */
export function smtpServer(address: string): SmtpServer {
  const { hostname, port, protocol, username, password } = new URL(address);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    auth: username === "" ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}

/** Ms for each of connecting, greeting and answering. */
export const timeouts = (patience: number) => ({
  connectionTimeout: patience,
  greetingTimeout: patience,
  socketTimeout: patience,
});
