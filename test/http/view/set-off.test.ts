import { growth, quadratic } from "../../support/growth.ts";
import { describe, expect, it } from "vitest";
import { setOff } from "../../../src/http/view/set-off.ts";

const put = (...pieces: readonly string[]): string => pieces.reduce(setOff);

describe("a value in a Chinese sentence", () => {
  it.each([
    ["a figure", ["约", "12", "天"], "约 12 天"],
    ["a figure that has its spaces", ["约 ", "12", " 天"], "约 12 天"],
    ["a share", ["不足", "95.2%", "的请求"], "不足 95.2% 的请求"],
    ["a negative figure", ["相差", "−3", "分"], "相差 −3 分"],
    ["a Latin name", ["由", "Ann Lee", "提交"], "由 Ann Lee 提交"],
    ["a Chinese name", ["由 ", "王芳", " 提交"], "由王芳提交"],
    ["a name of both", ["由", "王芳A", "提交"], "由王芳A 提交"],
    ["a date", ["于 ", "2026年3月5日", " 提交"], "于2026年3月5日提交"],
    ["a day", ["自", "3月5日", "起"], "自3月5日起"],
    ["a date and time", ["于", "2026年3月5日 14:05", "提交"], "于2026年3月5日 14:05 提交"],
    ["a value in quotation marks", ["您写的是“", "3天", "”。"], "您写的是“3天”。"],
    ["a figure beside punctuation", ["共计：", "3", "，"], "共计：3，"],
    ["a figure in markup", ["共<strong>", "3", "</strong>项"], "共<strong> 3 </strong>项"],
    ["markup with a figure in it", ["见", '<a href="/e3">e3</a>', "一件"], '见 <a href="/e3">e3</a> 一件'],
    ["markup with a name in it", ["见 ", '<a href="/x">王芳</a>', " 一件"], '见<a href="/x">王芳</a>一件'],
    ["an empty value", ["共", "", "项"], "共项"],
  ])("%s", (_, pieces, sentence) => expect(put(...pieces)).toBe(sentence));

  it("takes no long time over long text", () => {
    const run = (size: number): string =>
      put("<".repeat(size), "3", "<".repeat(size), "中".repeat(size), " ".repeat(size), "a");
    expect(growth(run, 100_000)).toBeLessThan(quadratic);
  });
});
