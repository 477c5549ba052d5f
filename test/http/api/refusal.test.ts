import { expect, it } from "vitest";
import { problemOfOutcome } from "../../../src/http/api/refusal.ts";
import { realLanguages } from "../view/support.ts";

it("a record that went on meanwhile is said to be the reason, in the caller's language", () => {
  const stale = { kind: "stale", since: [], version: 7 } as const;
  const messages = (["en", "zh-CN"] as const).map((locale) => problemOfOutcome(stale, realLanguages().of(locale)));
  expect(messages.map(({ code, errors }) => [code, errors.map((error) => error.code)])).toEqual([
    ["refused", ["RecordMoved"]],
    ["refused", ["RecordMoved"]],
  ]);
  expect(messages[0]?.errors[0]?.message).toContain("Send the request again");
  expect(messages[1]?.errors[0]?.message).toContain("请重新发送请求");
});
