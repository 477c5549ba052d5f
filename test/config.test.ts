import { expect, test } from "vitest";
import { ConfigError, maskedConfig, readConfig } from "../src/config.ts";
import { isEnough } from "../src/node-version.ts";

test("nothing set is a complete configuration", () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    timeZone: "UTC",
    origin: null,
    secureCookies: false,
    demo: false,
  });
  expect(readConfig({}).dataDir).toMatch(/\/data$/);
});

test("an empty variable counts as not set", () => {
  expect(readConfig({ PORT: "", TOUCHSTONE_TIME_ZONE: "" })).toMatchObject({ port: 3000, timeZone: "UTC" });
});

test.each([
  [{ PORT: "http" }, "PORT: must be a whole number"],
  [{ PORT: "65536" }, "PORT:"],
  [{ TOUCHSTONE_TIME_ZONE: "Mars/Olympus" }, "TOUCHSTONE_TIME_ZONE: is not a time zone"],
  [{ TOUCHSTONE_ORIGIN: "touchstone.example.org" }, "TOUCHSTONE_ORIGIN: must be an address"],
  [{ TOUCHSTONE_ORIGIN: "https://example.org/path" }, "TOUCHSTONE_ORIGIN: must be scheme, host and port only"],
  [{ TOUCHSTONE_LOG_LEVEL: "loud" }, "TOUCHSTONE_LOG_LEVEL:"],
  [{ TOUCHSTONE_SHIP_TO: "/mnt/other ftp://example.org" }, "TOUCHSTONE_SHIP_TO: must list folders"],
  [{ TOUCHSTONE_SHIP_TO: "http://example.org/" }, "TOUCHSTONE_SHIP_TO: must list folders"],
  [{ TOUCHSTONE_SMTP_URL: "mail.example.org" }, "TOUCHSTONE_SMTP_URL: must be an address"],
  [{ TOUCHSTONE_UPLOAD_MEGABYTES: "-1" }, "TOUCHSTONE_UPLOAD_MEGABYTES:"],
])("%j is refused, naming the variable", (env, message) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(message);
});

test("every wrong variable is named at once", () => {
  expect(() => readConfig({ PORT: "x", TOUCHSTONE_TIME_ZONE: "x" })).toThrow(/PORT[^]*TOUCHSTONE_TIME_ZONE/);
});

test("an https address makes cookies secure unless that is switched off", () => {
  const site = { TOUCHSTONE_ORIGIN: "https://touchstone.example.org/" };
  expect(readConfig(site)).toMatchObject({ origin: "https://touchstone.example.org", secureCookies: true });
  expect(readConfig({ ...site, TOUCHSTONE_SECURE_COOKIES: "false" })).toMatchObject({ secureCookies: false });
});

test("a start-up log shows no path and no credentials", () => {
  const shown = JSON.stringify(
    maskedConfig(readConfig({ TOUCHSTONE_DATA: "/srv/secret-place", TOUCHSTONE_ORIGIN: "https://x.example" })),
  );
  expect(shown).not.toContain("secret-place");
  expect(shown).toContain("x.example");
});

test("nor does it show where checkpoints go, beyond the host", () => {
  const config = readConfig({
    TOUCHSTONE_SHIP_TO: "/mnt/other-disk, mailto:keeper@archive.example https://name:pass-word@log.example/t/token",
    TOUCHSTONE_SMTP_URL: "smtps://name:pass-word@mail.example",
    TOUCHSTONE_MAIL_FROM: "ledger@example.org",
  });
  expect(config.shipTo).toHaveLength(3);
  const { shipTo, smtpUrl } = maskedConfig(config);
  expect(shipTo).toEqual(["folder", "mail to …@archive.example", "log.example"]);
  expect(smtpUrl).toBe("mail.example");
});

test.each([
  ["22.18.0", true],
  ["24.1.0", true],
  ["22.17.9", false],
  ["20.19.0", false],
])("Node %s is enough: %s", (version, enough) => {
  expect(isEnough(version)).toBe(enough);
});
