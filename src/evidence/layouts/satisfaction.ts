import { may, need, times } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { group, rater } from "./people.ts";

export const satisfaction: Layout = {
  name: "satisfaction-csv",
  title: "Satisfaction ratings CSV",
  kind: "satisfaction",
  meaning:
    "A row is one rating by one person. The scale stands in the columns min and max, in the heading, as in rating (1-5), or is stated with the mapping; without it no rating means anything.",
  columns: [
    {
      mayBeEmpty: true,
      ...need(
        "rating",
        ["satisfaction", "satisfaction rating", "满意度", "评分", "满意度评分"],
        "A number on the scale, or in words of five steps: very dissatisfied … very satisfied, 非常不满意 … 非常满意; empty means not answered",
      ),
      asks: /^(?:rating|satisfaction|satisfaction rating|满意度|评分|满意度评分)\s*[([（【]\s*-?\d{1,4}\s*(?:-|–|—|~|to|至|到)\s*-?\d{1,4}\s*分?[)\]）】]$/,
    },
    may("min", ["scale min", "lowest", "最低分"], "Lowest rating of the scale"),
    may("max", ["scale max", "highest", "最高分"], "Highest rating of the scale"),
    group,
    rater,
    may("date", ["time", "timestamp", "日期", "时间"], `When it was given: ${times}`),
  ],
  example: [
    ["4", "1", "5", "public", "P01", "2026-03-02"],
    ["满意", "1", "5", "older", "P02", "2026-03-02 09:30:00"],
    ["", "1", "5", "staff", "P03", "2026-03-03"],
  ],
};
