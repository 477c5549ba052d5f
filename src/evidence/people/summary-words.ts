import { textKey } from "../../domain/words/plain-text.ts";

const sums =
  "mean|means|average|averages|avg|median|total|totals|grand total|subtotal|sum|std|stdev|std dev|std deviation|standard deviation|st dev|variance|overall|summary|count|minimum|maximum|quartile|percentile|" +
  "mittelwert|durchschnitt|summe|gesamt|modus|standardabweichung|moyenne|médiane|écart type|promedio|mediana|desviación estándar|" +
  "score|scores|sus score|得分|平均|平均值|平均数|平均分|平均得分|均值|均分|总平均|中位数|中值|合计|总计|总和|总数|总分|小计|汇总|标准差|方差|众数|得分率|最大值|最小值|最高分|最低分|人数|样本数|样本量|样本";
/** What stands before such a word and makes it no other: "Column average", "加权平均", "本题平均分". */
const before =
  "(?:column|row|item|overall|weighted|grand|group|sample|arithmetic|total|sus|final|全部|总体|整体|加权|算术|本题|该题|题目|各题|列|总)\\s*";
const sum = new RegExp(`^(?:${before})?(?:${sums})(?:$|[\\s:(=\\[].{0,40}$)`, "u");
/** "N = 30" names no person. */
const counted = /^n\s*[=:]\s*\d+$/;
/** Also the initials or the name of a person: a sum only beside one that is surely one, or where its numbers say so. */
const perhaps = new Set([
  "n",
  "sd",
  "max",
  "min",
  "mode",
  "var",
  "all",
  "se",
  "sem",
  "m",
  "md",
  "range",
  "ø",
  "μ",
  "σ",
]);

/** Whether a row with this label sums up the others. */
export function isSum(label: string): boolean {
  const text = plain(label);
  return sum.test(text) || counted.test(text);
}

export const mayBeSum = (label: string): boolean => perhaps.has(plain(label));

const plain = (label: string): string =>
  textKey(label)
    .replaceAll(/[ .:：=]+$/g, "")
    .replaceAll(/[.]/g, "");
