/**
 * The session id inside express-session's cookie, `s:<id>.<signature>`. The signature is not needed here: whoever knows
 * a whole id holds the session.
 */
export function unsign(cookie: string): string | null {
  return /^s:([A-Za-z0-9_-]{20,100})\./.exec(cookie)?.[1] ?? null;
}
