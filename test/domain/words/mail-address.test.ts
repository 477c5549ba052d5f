import { expect, test } from "vitest";
import { isMailAddress } from "../../../src/domain/words/mail-address.ts";

test.each([
  "ann@example.org",
  "ann.ashe+touchstone@mail.example.org",
  "o'brien@example.org",
  "王伟@例子.中国",
  "root@localhost",
])("%s is one address", (text) => expect(isMailAddress(text)).toBe(true));

test.each([
  ["nothing", ""],
  ["no host", "ann@"],
  ["nobody", "@example.org"],
  ["no at", "ann.example.org"],
  ["two ats", "ann@example.org@example.net"],
  ["two addresses", "ann@example.org,bob@example.org"],
  ["two addresses", "ann@example.org;bob@example.org"],
  ["two addresses", "ann@example.org bob@example.org"],
  ["a line feed at its end", "ann@example.org\n"],
  ["another header", "ann@example.org\r\nBcc: bob@example.org"],
  ["a carriage return alone", "ann@example.org\rbob"],
  ["a line separator", "ann@example.org\u2028x"],
  ["a zero", "ann\0@example.org"],
  ["a mark that turns the line around", "ann\u202e@example.org"],
  ["a name with it", "Ann <ann@example.org>"],
  ["a group", "team:ann@example.org"],
  ["quotes", '"ann"@example.org'],
  ["a name too long", `${"a".repeat(65)}@example.org`],
  ["too long", `ann@${"a".repeat(251)}`],
])("%s is none: %j", (_, text) => expect(isMailAddress(text)).toBe(false));
