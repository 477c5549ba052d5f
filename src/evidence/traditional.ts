/** Traditional characters of the headings and words that layouts know, each before its simplified one. */
const pairs =
  "題题號号編编組组別别問问務务時时間间開开結结類类計计劃划維维護护狀状態态統统發发復复續续長长鐘钟級级嚴严響响記记錄录數数誤误敗败滿满評评應应頁页準准則则參参與与試试難难測测預预際际實实歷历處处總总戶户觀观斷断導导畫画單单選选擇择項项區区強强點点較较極极絕绝對对讚赞贊赞確确無无簡简認认適适經经複复雜杂覺觉瑣琐學学習习術术員员專专業业許许會会頻频願愿這这個个現现過过於于裡里裏里種种煩烦幫帮說说為为該该還还讓让將将從从後后們们話话價价質质碼码識识訪访體体驗验屬属麼么樣样幾几傾倾輕轻鬆松儘尽協协調调執执據据獨独佔占舊旧寫写錯错順顺暢畅備备環环變变轉转進进運运動动專专擁拥獲获據据";

const simplified = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[i * 2] ?? "", pairs[i * 2 + 1] ?? ""] as const),
);

/** The same in simplified characters, as far as they are known here; anything else as it stands. */
export function inSimplified(text: string): string {
  return /[\u4e00-\u9fff]/.test(text)
    ? Array.from(text, (character) => simplified.get(character) ?? character).join("")
    : text;
}
