import { describe, expect, it } from "vitest";
import { negotiateLocale } from "../../../src/http/view/locale.ts";
import { realLanguages } from "./support.ts";

const languages = realLanguages("Asia/Shanghai");
const en = languages.of("en").format;
const zh = languages.of("zh-CN").format;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

describe("figures", () => {
  it("group thousands by a narrow space in English; in Chinese by a comma, and from five digits on", () => {
    expect([en.number(1020), en.number(18402)]).toEqual(["1\u202f020", "18\u202f402"]);
    expect([zh.number(1020), zh.number(18402)]).toEqual(["1020", "18,402"]);
    expect(zh.number(1234567.5, 1)).toBe("1,234,567.5");
  });
  it("set a space before % in English and none in Chinese", () => {
    expect(en.percent(0.952)).toBe("95.2\u202f%");
    expect(zh.percent(0.952)).toBe("95.2%");
  });
  it("say a bound in words", () => {
    expect(plain(en.atLeast(en.percent(0.952)))).toBe("at least 95.2 %");
    expect(zh.atLeast(zh.percent(0.952))).toBe("不低于 95.2%");
  });
  it("name a ratio: × in English, 倍 in Chinese", () => {
    expect(plain(en.times(1.33))).toBe("1.33 ×");
    expect(zh.times(1.33)).toBe("1.33 倍");
  });
  it("stand in a list with a space before and after Latin letters, in Chinese", () => {
    expect(en.list(["e5", "e6"])).toBe("e5 and e6");
    expect(zh.list(["e5", "e6"])).toBe("e5 和 e6");
    expect(zh.list(["负载", "e5", "答卷"])).toBe("负载、e5 和答卷");
  });
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [48_200_000, "48.2 MB"],
    [150_000_000, "150 MB"],
  ])("%d bytes", (bytes, text) => expect(plain(en.bytes(bytes))).toBe(text));
  it("use a true minus", () => expect(en.number(-3)).toBe("−3"));
});

describe("dates follow the configured zone", () => {
  const evening = "2026-11-22T23:05:00Z";
  it("in English", () => {
    expect(plain(en.dateTime(evening))).toBe("23 Nov 2026, 07:05");
    expect(plain(en.dateShort(evening))).toBe("23 Nov");
  });
  it("in Chinese", () => {
    expect(zh.date(evening)).toBe("2026年11月23日");
    expect(zh.dateTime(evening)).toBe("2026年11月23日 07:05");
  });
  it("but leave a calendar day alone", () => {
    expect(plain(realLanguages("America/New_York").of("en").format.date("2026-11-27"))).toBe("27 Nov 2026");
  });
  it("give the day for date fields", () => expect(en.isoDay(evening)).toBe("2026-11-23"));
});

describe("deadlines", () => {
  const now = "2026-11-22T16:30:00Z"; // already the 23rd in Shanghai
  it.each([
    ["2026-11-14", "9 days late", "逾期 9 天"],
    ["2026-11-22", "1 day late", "逾期 1 天"],
    ["2026-11-23", "today", "今天"],
    ["2026-11-28", "in 5 days", "还有 5 天"],
  ])("%s", (day, english, chinese) => {
    expect(en.due(day, now)).toBe(english);
    expect(zh.due(day, now)).toBe(chinese);
  });
});

describe("durations show two units", () => {
  it.each([
    [7.207, "7.2 s", "7.2 秒"],
    [220, "3 min 40 s", "3 分钟 40 秒"],
    [3600, "1 h", "1 小时"],
    [90_061, "1 d 1 h", "1 天 1 小时"],
    [86_405, "1 d", "1 天"],
  ])("%d s", (seconds, english, chinese) => {
    expect(en.duration(seconds)).toBe(english);
    expect(zh.duration(seconds)).toBe(chinese);
  });
});

describe("texts", () => {
  it("set the numbers in a sentence and choose its plural", () => {
    expect(languages.of("en").t("common:format.days", { count: 1 })).toBe("1 day");
    expect(languages.of("en").t("common:format.days", { count: 1200 })).toBe("1\u202f200 days");
  });
  it("are an error where one is missing, or a value of theirs", () => {
    expect(() => languages.of("en").t("common:nope")).toThrow(/common:nope/);
    expect(() => languages.of("en").t("common:format.atLeast")).toThrow(/figure/);
  });
  it("escape values in sentences that hold markup", () => {
    const { text } = languages.of("en").t.html("common:banner.asOf", { position: "<9>" });
    expect(text).toContain("<strong>&lt;9&gt;</strong>");
  });
});

describe("the language for a browser", () => {
  it.each([
    [undefined, "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["fr, en;q=0.5, zh;q=0.7", "zh-CN"],
    ["de", "en"],
    ["zh;q=0, en", "en"],
  ])("%s", (header, locale) => expect(negotiateLocale(header)).toBe(locale));
});
