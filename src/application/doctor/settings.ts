import { closest } from "fastest-levenshtein";
import type { Config, Setting } from "../../config.ts";
import { finding, good, note } from "./remark.ts";
import type { Remark } from "./remark.ts";

/** Each variable that is given, and each that cannot be used; one mistyped is named with the one that may be meant. */
export function settingRemarks(settings: readonly Setting[]): readonly Remark[] {
  const known = settings.filter(({ fault }) => fault !== unknown).map(({ variable }) => variable);
  return settings.flatMap(({ variable, given, fault }) => {
    if (fault === unknown)
      return [
        finding(variable, `${fault}: nothing reads it.`, `Take it away; ${closest(variable, known)} may be meant.`),
      ];
    if (fault !== null) return [finding(variable, fault, "Put it right: the server does not start with it.")];
    return given ? [good(variable, "is set and can be used.")] : [];
  });
}

const unknown = "is no variable of this version";

/** Settings that are each right and do not go together. */
export function settingsTogether(config: Config): readonly Remark[] {
  const { shipTo, smtpUrl, mailFrom, origin, secureCookies, trustedProxies, host, metrics } = config;
  const mails = shipTo.some((place) => place.startsWith("mailto:"));
  const isOpen = !["127.0.0.1", "::1", "localhost"].includes(host);
  return [
    ...when(
      mails && (smtpUrl === null || mailFrom === null),
      finding(
        "TOUCHSTONE_SHIP_TO",
        "names a mail address, and no mail can be sent.",
        "Set TOUCHSTONE_SMTP_URL and TOUCHSTONE_MAIL_FROM.",
      ),
    ),
    ...when(
      (smtpUrl === null) !== (mailFrom === null),
      finding(
        "Mail",
        "only one of TOUCHSTONE_SMTP_URL and TOUCHSTONE_MAIL_FROM is set: no mail is sent.",
        "Set both, or neither.",
      ),
    ),
    ...when(
      shipTo.length === 0,
      note(
        "Checkpoints",
        "are sent nowhere: whoever can write this disk could roll the ledger back unseen.",
        "Set TOUCHSTONE_SHIP_TO to a folder of another machine, a mail address or an https address.",
      ),
    ),
    ...when(
      origin === null,
      note(
        "TOUCHSTONE_ORIGIN",
        "is not set: links in mails name this machine's own address.",
        "Set the address people use.",
      ),
    ),
    ...when(
      origin?.startsWith("https:") === true && trustedProxies === 0,
      finding(
        "TOUCHSTONE_TRUSTED_PROXIES",
        "is 0, while the https address needs a proxy in front: everybody seems to come from the proxy's address, and one " +
          "person's wrong passwords hold up all.",
        "Set it to the number of proxies in front, 1 as a rule.",
      ),
    ),
    ...when(
      origin?.startsWith("https:") === true && !secureCookies,
      finding(
        "TOUCHSTONE_SECURE_COOKIES",
        "is false for an https address: a cookie could cross an open line.",
        "Take the variable away.",
      ),
    ),
    ...when(
      isOpen && trustedProxies > 0,
      note(
        "HOST",
        `${host} is open to the network: who comes past the proxy may say any address of itself.`,
        "Listen on 127.0.0.1, or let a firewall admit the proxy alone.",
      ),
    ),
    ...when(metrics === null, note("TOUCHSTONE_METRICS", "is not set: nothing is counted for monitoring.")),
  ];
}

const when = (is: boolean, remark: Remark): readonly Remark[] => (is ? [remark] : []);
