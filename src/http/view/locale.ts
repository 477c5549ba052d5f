export const locales = ["en", "zh-CN"] as const;
export type Locale = (typeof locales)[number];

export function isLocale(text: unknown): text is Locale {
  return text === "en" || text === "zh-CN";
}

/** Each language is named in itself: that is how its readers find it. */
export const localeNames: Readonly<Record<Locale, string>> = { en: "English", "zh-CN": "中文" };

/** The best of our languages for an Accept-Language header; English where none fits. */
export function negotiateLocale(header: string | undefined): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const q = rest.find((p) => p.trim().startsWith("q="));
      return { tag, q: q === undefined ? 1 : Number(q.trim().slice(2)) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .find(({ tag }) => tag.startsWith("en") || tag.startsWith("zh"));
  return wanted?.tag.startsWith("zh") === true ? "zh-CN" : "en";
}
