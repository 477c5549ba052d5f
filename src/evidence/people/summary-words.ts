import { textKey } from "../../domain/words/plain-text.ts";

const sums =
  "mean|means|average|averages|avg|median|total|totals|grand total|subtotal|sum|std|stdev|std dev|std deviation|standard deviation|st dev|variance|overall|summary|count|minimum|maximum|quartile|percentile|" +
  "mittelwert|durchschnitt|summe|gesamt|modus|standardabweichung|moyenne|médiane|écart type|promedio|mediana|desviación estándar|" +
  "score|scores|sus score|得分|平均|平均值|平均数|平均分|平均得分|均值|均分|总平均|中位数|中值|合计|总计|总和|总数|总分|小计|汇总|标准差|方差|众数|得分率|最大值|最小值|最高分|最低分|人数|样本数|样本量|样本";
/** What stands before such a word and makes it no other: "Column average", "加权平均", "本题平均分". */
const before =
  "(?:column|row|item|overall|weighted|grand|group|sample|arithmetic|total|sus|final|全部|总体|整体|加权|算术|本题|该题|题目|各题|列|总)\\s*";
const sum = new RegExp(`^(?:${before})?(?:${sums})(?:$|[\\s:(=\\[].{0,40}$)`, "u");
/** The whole label, for such a word may begin the name of a task: "Share a document". "N = 30" and "% agree" name no person. */
const whole =
  /^(?:mode|var|sem|std error|standard error|percent(?:age)?s?|百分比|占比|比例|标准误|\d{0,2} ?%? ?(?:置信区间|可信区间)|置信区间)$|^(?:\d{2} ?%? ?)?(?:ci|confidence interval|konfidenzintervall)(?: ?[([]?(?:lower|upper|low|high|ll|ul)[)\]]?)?$|^(?:lower|upper) (?:ci|bound|limit)$|^(?:top|bottom)[- ]?\d[- ]?box(?: ?%)?$|^n\s*[=:]\s*\d+$|^%\s*\p{L}/u;
/** Also the initials or the name of a person: a sum only beside one that is surely one, or where its numbers say so. */
const perhaps = new Set(["n", "sd", "max", "min", "all", "se", "m", "md", "range", "ø", "μ", "σ"]);

/** Whether a row with this label sums up the others. */
export function isSum(label: string): boolean {
  const text = plain(label);
  return sum.test(text) || whole.test(text);
}

export const mayBeSum = (label: string): boolean => perhaps.has(plain(label));

const plain = (label: string): string =>
  textKey(label)
    .replaceAll(/[ .:：=]+$/g, "")
    .replaceAll(/[.]/g, "");
