/** Where checkpoints are sent, so that whoever rewrites this machine's files cannot rewrite them all. */
export type Destination =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "mail"; readonly to: string }
  /** The address without its credentials, and those as a header. */
  | { readonly kind: "url"; readonly url: string; readonly authorization: string | null };

/** A folder by its whole path, `mailto:` an address, or an https address; null for anything else. */
export function parseDestination(text: string): Destination | null {
  if (text.startsWith("/")) return { kind: "folder", path: text };
  const mail = /^mailto:([^\s@<>,;?]+@[^\s@<>,;?]+)$/i.exec(text)?.[1];
  if (mail !== undefined) return { kind: "mail", to: mail };
  return URL.canParse(text) ? fromAddress(new URL(text)) : null;
}

/** Without TLS to this machine only: a relay, or a test. */
function fromAddress(url: URL): Destination | null {
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol === "file:" && url.hostname === "")
    return { kind: "folder", path: decodeURIComponent(url.pathname) };
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local)) return null;
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const authorization = credentials === ":" ? null : `Basic ${Buffer.from(credentials).toString("base64")}`;
  [url.username, url.password] = ["", ""];
  return { kind: "url", url: url.href, authorization };
}

/** As a log and a page may show it: neither a path of the machine, nor a mailbox, nor a token in an address. */
export function labelOf(destination: Destination): string {
  switch (destination.kind) {
    case "folder":
      return "folder";
    case "mail":
      return `mail to …@${destination.to.split("@")[1] ?? ""}`;
    case "url":
      return new URL(destination.url).host;
  }
}
