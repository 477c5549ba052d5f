/**
 * Two pieces of a Chinese sentence, with one space where a Chinese character meets a letter or figure and none where it
 * meets its like: 第 47 条, 由王芳提交. A date stands without: 于2026年3月5日. A text cannot know which of the two its values
 * will be, so it is told when they are put in.
 */
export function setOff(left: string, right: string): string {
  const [end, start] = [left.slice(-seen), right.slice(0, seen)];
  const before = lastOf.exec(end)?.[1] ?? "";
  const after = firstOf.exec(start)?.[1] ?? "";
  if (han.test(before) && (han.test(after) || date.test(after)))
    return left.slice(0, left.length - end.length) + end.replace(trailing, "$1") + right.replace(leading, "$1");
  const apart = (han.test(before) && opens.test(after)) || (closes.test(before) && han.test(after));
  return apart && !trailing.test(end) && !leading.test(start) ? `${left} ${right}` : left + right;
}

/** Enough for the markup between two characters; people's own texts may be long. */
const seen = 200;

/** Markup stands between the characters that meet: it is looked past. */
const lastOf = /([^\s<>])\s?(?:<[^<>]*>)*\s?$/;
const firstOf = /^\s?(?:<[^<>]*>)*\s?([^\s<>].{0,7})/s;
const trailing = / ((?:<[^<>]*>)*)$/;
const leading = /^((?:<[^<>]*>)*) /;

const han = /^\p{Script=Han}/u;
const date = /^(?:\d{4}年|\d{1,2}月\d)/;
const opens = /^[\p{Script=Latin}\p{Script=Greek}\d±−]/u;
const closes = /[\p{Script=Latin}\p{Script=Greek}\d%]$/u;
