import { expect, test } from "vitest";
import { oneSpelling, plainText, textKey } from "../../../src/domain/words/plain-text.ts";

test.each([
  ["５", "5"],
  ["①", "1"],
  ["٤", "4"],
  ["۳", "3"],
  ["৪", "4"],
  ["𝟝", "5"],
  ["໓", "3"],
  ["−３", "-3"],
  ["同意\u3000", "同意"],
  ["Strongly\u00a0agree", "Strongly agree"],
  ["\ufeffStrongly\u200b  agree\u200e", "Strongly agree"],
  ["Zu\u0308rich", "Zürich"],
  ["窗口（Ａ）", "窗口(A)"],
  ["ﬁne", "fine"],
  ["", ""],
])("%j is %j, however it was typed", (typed, plain) => {
  expect(plainText(typed)).toBe(plain);
  expect(plainText(plain)).toBe(plain);
});

test("case is kept in a text and means nothing in its key", () => {
  expect(plainText("R_1aB")).toBe("R_1aB");
  expect(textKey("Ｏlder")).toBe(textKey("older"));
});

test("one spelling stands for all, whichever comes first", () => {
  const names = ["older", "Older", "Zu\u0308rich", "Zürich", "窗口（A）", "窗口(A)", "north"];
  const there = oneSpelling(names);
  expect(new Set(there.values())).toEqual(new Set(["Older", "Zürich", "窗口(A)", "north"]));
  expect(oneSpelling(names.toReversed())).toEqual(there);
});
