/** Traditional characters of the headings and words that layouts know, each before its simplified one. */
const pairs =
  "題题號号編编組组別别問问務务時时間间開开結结類类計计劃划維维護护狀状態态統统發发復复續续長长鐘钟級级嚴严響响記记錄录數数誤误敗败滿满評评應应頁页準准則则參参與与試试難难測测預预際际實实歷历處处總总戶户觀观斷断導导畫画單单選选擇择項项區区";

const simplified = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[i * 2] ?? "", pairs[i * 2 + 1] ?? ""] as const),
);

/** The same in simplified characters, as far as they are known here; anything else as it stands. */
export function inSimplified(text: string): string {
  return /[\u4e00-\u9fff]/.test(text)
    ? Array.from(text, (character) => simplified.get(character) ?? character).join("")
    : text;
}
