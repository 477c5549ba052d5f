/** The words that were two for one thing, each with the one that stays. */
const glossary: readonly (readonly [RegExp, string])[] = [
  [/(?:首次|上次|下次|末次|每次|次)查看|查看(?:日期|次数|记录)/, "查看 → 判定"],
  [/关口/, "关口 → 评审"],
  [/卷宗/, "卷宗 → 评审材料"],
  [/护栏/, "护栏 → 警戒指标"],
  [/主管人(?!员)/, "主管人 → 责任领导"],
  [/揭示/, "揭示 → 公开"],
  [/附上/, "附上 → 提交"],
  [/切片/, "切片 → 时段"],
  [/(?:最少|最低)样本/, "最少样本 → 最小样本"],
  [/投票/, "投票 → 表决"],
  [/法定人数/, "法定人数 → 法定票数"],
  [/申报书|立项申请|申报方/, "申报书 → 提案"],
  [/压测|压力测试/, "压测 → 负载测试"],
  [/时延/, "时延 → 响应时间"],
  [/账号/, "账号 → 账户"],
  [/复议/, "复议 → 合议"],
  [/答卷人/, "答卷人 → 受访者"],
  [/带帽|带端帽|须线/, "带帽 → 有标记的一端"],
  [/由近及远|由远及近/, "由近及远 → 按时间先后"],
  [/位置 (?:\d|\{\{)/, "位置 47 → 第 47 条"],
  [/\b(?:counters?|records|bounds?|floors?|gates?|waivers?)和|和(?:counters?|records|bounds?|floors?)\b/, "English"],
];

/** Not in the methods: there any figures may be in groups. */
const ofPeople: readonly (readonly [RegExp, string])[] = [
  [/人群|组别/, "人群 → 群体"],
  [/参照组/, "参照组 → 参照群体"],
];

const han = "[\\u4e00-\\u9fff]";
/** A formula has its own brackets. */
const halfWidth = new RegExp(`${han}\\s?[,:;?!()]|[,:;?!()]\\s?${han}`);
const tight = new RegExp(`${han}(?:[A-Za-z0-9]|\\{\\{count)|(?:[A-Za-z0-9%]|count\\}\\})${han}`);
/** Dates have no spaces in Chinese, nor are quoted notations ours to space: “1小时30分”. */
const asItStands = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|“[^”]*”|<code>.*?<\/code>/g;

/** What is not plain Chinese in a text or in a line of a page; `key` where it has one. */
export function faultsOf(text: string, key = ""): string[] {
  if (!new RegExp(han).test(text)) return [];
  const bare = text.replace(asItStands, "、").replace(/<[^>]*>/g, "");
  const words = key.startsWith("methods:") ? glossary : [...glossary, ...ofPeople];
  const formula = key.endsWith(".formula");
  return [
    ...(!formula && halfWidth.test(bare) ? ["punctuation"] : []),
    ...(/[\u2009\u202f]/.test(text) ? ["thin space"] : []),
    ...(tight.test(bare) ? ["space"] : []),
    ...words.filter(([wrong]) => wrong.test(text)).map(([, right]) => right),
  ];
}
