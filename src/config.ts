import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { labelOf, parseDestination } from "./application/ship/destination.ts";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/, "must be a whole number").transform(Number).pipe(z.number().min(least).max(most));

const timeZone = z.string().refine(isTimeZone, "is not a time zone; write it like Asia/Shanghai or UTC");
const origin = z
  .url({ protocol: /^https?$/, error: "must be an address like https://touchstone.example.org", abort: true })
  .refine((value) => new URL(value).origin === value.replace(/\/$/, ""), "must be scheme, host and port only")
  .transform((value) => new URL(value).origin);

const shipTo = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((place) => place !== ""))
  .refine(
    (list) => list.every((place) => parseDestination(place) !== null),
    "must list folders by their whole path, mailto:somebody@example.org, or https addresses",
  );
/** Where figures for monitoring are had: on this machine's own port, or at the address of the product with a token. */
type MetricsAccess =
  | { readonly kind: "port"; readonly host: string; readonly port: number }
  | { readonly kind: "token"; readonly token: string };

const ownPort = /^(127\.0\.0\.1|\[::1\]|localhost):([1-9]\d{0,4})$/;
const metrics = z
  .string()
  .refine(
    (text) => ownPort.test(text) || /^[\w.~+/=-]{24,}$/.test(text),
    "must be a port of this machine like 127.0.0.1:9464, or a token of at least 24 letters, digits and . _ ~ + / = -",
  )
  .transform((text): MetricsAccess => {
    const [, host, port] = ownPort.exec(text) ?? [];
    if (host === undefined) return { kind: "token", token: text };
    return { kind: "port", host: host.replace(/[[\]]/g, ""), port: Number(port) };
  })
  .refine((access) => access.kind === "token" || access.port <= 65_535, "must be a port up to 65535");

/** RFC 9116: where somebody who found a weakness tells it. */
const contact = z
  .string()
  .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, "must be mailto:somebody@example.org or an https address");
const smtp = z.url({ protocol: /^smtps?$/, error: "must be an address like smtps://name:password@mail.example.org" });

/** Every setting of the product; README lists them. The keys are the environment's names. */
const environment = z.object({
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  TOUCHSTONE_DATA: z.string().min(1).default("./data"),
  TOUCHSTONE_TIME_ZONE: timeZone.default("UTC"),
  /** Where people reach the product; https makes cookies secure. Absent: http on HOST and PORT. */
  TOUCHSTONE_ORIGIN: origin.optional(),
  TOUCHSTONE_SECURE_COOKIES: flag.optional(),
  /** Reverse proxies in front, for the client's address in throttling and logs. */
  TOUCHSTONE_TRUSTED_PROXIES: whole(0, 10).default(0),
  TOUCHSTONE_UPLOAD_MEGABYTES: whole(1, 100_000).default(2048),
  TOUCHSTONE_UPLOAD_FILES: whole(1, 1000).default(50),
  TOUCHSTONE_SESSION_IDLE_MINUTES: whole(1, 1440).default(30),
  TOUCHSTONE_SESSION_HOURS: whole(1, 168).default(12),
  /** Where signed checkpoints are sent: folders, mailto:, https. */
  TOUCHSTONE_SHIP_TO: shipTo.optional(),
  TOUCHSTONE_SMTP_URL: smtp.optional(),
  TOUCHSTONE_MAIL_FROM: z
    .string()
    .min(3)
    .regex(/^[^\r\n]*$/, "must be one line")
    .optional(),
  /** Whether mails to people may cross a line without TLS; to this machine they may always. */
  TOUCHSTONE_SMTP_TLS: z.enum(["required", "offered"]).default("required"),
  /** Whether a server simulates, in the background and once for each policy, how well its gate decides. */
  TOUCHSTONE_GATE_QUALITY: flag.default(true),
  /** Figures for monitoring; absent: none are counted. */
  TOUCHSTONE_METRICS: metrics.optional(),
  /** The body that runs the house, as its public pages name it. */
  TOUCHSTONE_BODY_NAME: z
    .string()
    .trim()
    .max(120)
    .regex(/^[^\r\n]*$/, "must be one line")
    .optional(),
  /** Whom somebody tells who found a weakness: /.well-known/security.txt */
  TOUCHSTONE_SECURITY_CONTACT: contact.optional(),
  TOUCHSTONE_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute folder of ledger, views, vault and checkpoints. */
  readonly dataDir: string;
  readonly timeZone: string;
  readonly origin: string | null;
  readonly secureCookies: boolean;
  readonly trustedProxies: number;
  readonly uploadBytes: number;
  readonly uploadFiles: number;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** Where signed checkpoints are sent, as parseDestination reads it; may carry credentials. */
  readonly shipTo: readonly string[];
  /** The mail server, with its credentials. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly smtpTls: "required" | "offered";
  readonly gateQuality: boolean;
  /** Null: figures for monitoring are not counted. */
  readonly metrics: MetricsAccess | null;
  /** The body that runs the house, by the name that people outside know. */
  readonly bodyName: string | null;
  /** Where a weakness is reported, or null. */
  readonly securityContact: string | null;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** A demonstration: generated data, labelled on every page, and a clock that can be advanced. */
  readonly demo: boolean;
}

/** Wrong settings, one line a variable. */
export class ConfigError extends Error {}

/** One variable as it was found: not given, good, or why it cannot be used. */
export interface Setting {
  readonly variable: string;
  readonly given: boolean;
  readonly fault: string | null;
}

/** Every variable of the product, and those that look like ours and are none. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): readonly Setting[] {
  const present = withoutEmpty(env);
  const parsed = environment.safeParse(present);
  const faults = new Map((parsed.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message] as const));
  const own = Object.keys(environment.shape).map((variable) => ({
    variable,
    given: variable in present,
    fault: faults.get(variable) ?? null,
  }));
  const strange = Object.keys(present).filter((name) => name.startsWith("TOUCHSTONE_") && !(name in environment.shape));
  return [...own, ...strange.map((variable) => ({ variable, given: true, fault: "is no variable of this version" }))];
}

/** The only reader of the environment. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, overrides: Partial<Config> = {}): Config {
  const parsed = environment.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`The environment cannot be used.\n${lines.join("\n")}`);
  }
  return { ...fromEnvironment(parsed.data), ...overrides };
}

function fromEnvironment(env: z.infer<typeof environment>): Config {
  const site = env.TOUCHSTONE_ORIGIN ?? null;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: isAbsolute(env.TOUCHSTONE_DATA) ? env.TOUCHSTONE_DATA : resolve(env.TOUCHSTONE_DATA),
    timeZone: env.TOUCHSTONE_TIME_ZONE,
    origin: site,
    secureCookies: env.TOUCHSTONE_SECURE_COOKIES ?? site?.startsWith("https:") ?? false,
    trustedProxies: env.TOUCHSTONE_TRUSTED_PROXIES,
    uploadBytes: env.TOUCHSTONE_UPLOAD_MEGABYTES * 1024 * 1024,
    uploadFiles: env.TOUCHSTONE_UPLOAD_FILES,
    sessionIdleMinutes: env.TOUCHSTONE_SESSION_IDLE_MINUTES,
    sessionHours: env.TOUCHSTONE_SESSION_HOURS,
    shipTo: env.TOUCHSTONE_SHIP_TO ?? [],
    smtpUrl: env.TOUCHSTONE_SMTP_URL ?? null,
    mailFrom: env.TOUCHSTONE_MAIL_FROM ?? null,
    smtpTls: env.TOUCHSTONE_SMTP_TLS,
    gateQuality: env.TOUCHSTONE_GATE_QUALITY,
    metrics: env.TOUCHSTONE_METRICS ?? null,
    bodyName: env.TOUCHSTONE_BODY_NAME ?? null,
    securityContact: env.TOUCHSTONE_SECURITY_CONTACT ?? null,
    logLevel: env.TOUCHSTONE_LOG_LEVEL,
    demo: false,
  };
}

/** The settings as a start-up log may show them; an address may carry a name and a password. */
export function maskedConfig(config: Config): Readonly<Record<string, unknown>> {
  return {
    ...config,
    dataDir: "•••",
    origin: config.origin === null ? null : new URL(config.origin).host,
    shipTo: config.shipTo.flatMap((text) => parseDestination(text) ?? []).map(labelOf),
    smtpUrl: config.smtpUrl === null ? null : new URL(config.smtpUrl).host,
    mailFrom: config.mailFrom === null ? null : "•••",
    metrics: config.metrics?.kind === "token" ? "•••" : config.metrics,
  };
}

/** An empty variable counts as not set, as shells and compose files mean it. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
