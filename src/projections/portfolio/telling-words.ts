import { pairs } from "./pairs.ts";

/**
 * Words that stand in the need of anything a public body might try, and so tell none from another: what binds a
 * sentence, amounts and times, the people and places of any office, and what is always wished for.
 */
const everywhere = new Set(
  `about above after again against almost along already also although always among another any anybody around asks
  back because become been before began behind being below beside besides best better between both bring brings broken
  call called came cannot case cases cause certain change changes clear close come comes common could day days
  different does doing done down during each early easier easily easy eight eleven else end enough even ever every
  everybody existing fail fails fast faster few fewer fifty find first five follow following forty four from full
  gave general get gets give given gives goes going good great grow had half hand hands happen happens hard has have
  having help helps hence her here high his hold hour hours how however hundred improve improved improves into itself
  just keep keeps kind know known large last late later least leave left less let like little live long longer lose
  lost made main make makes making manner many may mean means might million minute minutes missing month months more
  morning most move much must nearly need needed needs never new next night nine nobody none nor not nothing now
  number often old once one only onto open other others our out over own part per place places point possible present
  problem problems put quick quickly quite rather reach ready really receive right same say says second seconds see
  seldom send sent set seven several shall she short should show shown side simple since six slow slowly small some
  somebody something soon still stop such sure take taken takes tell ten than that the their them then there these
  they thing things third thirty this those though thousand three through till time times today together told too
  took toward towards turn twelve twenty twice two under until unto upon use used useful user users uses using usual
  very wait waited waiting waits want wants was way ways week weekend weekends weeks well went were what when where
  whether which while whole whom whose why wide will with within without word work worked working works worse would
  wrong year years yesterday yet you your
  answer answers ask asked authority body bodies citizen citizens city clerk clerks counter counters department
  departments desk desks district districts employee employees office officer officers offices order orders ordered ordering people person pilot
  pilots process processes product products project projects public read reads reader readers reading resident residents service services solution
  staff system systems technology technologies tool tools town`.split(/\s+/),
);

const everywhereInChinese = new Set(
  `一个 一些 一次 一直 一般 一样 上午 下午 不同 不能 不会 不足 不少 不再 之前 之后 之间 人员 今年 今天 以上 以下 以及 以前
  以后 任何 但是 使用 保证 全部 公众 公共 共同 其中 其他 再次 出现 分钟 分别 到达 前往 包括 单位 原因 去年 又是 反映 发现
  可以 可能 各个 各类 同时 向前 员工 因为 因此 困难 城市 基本 处理 多个 多次 大家 大量 天内 太长 如何 如果 完成 实现 容易
  对于 小时 已经 市民 希望 平均 平台 年度 并且 应当 影响 很多 必须 快速 情况 所以 所有 技术 提供 提出 提高 改善 改进 政府
  效率 整个 方便 方式 方法 方案 无法 时候 时间 星期 是否 更加 最多 最少 月份 有些 有关 服务 本市 来自 某些 每个 每天 每年
  每日 每月 每次 比较 没有 清楚 然后 现在 现有 用户 由于 申请 目前 直接 相关 看到 知道 科室 积极 窗口 等候 等待 简单 管理
  系统 经常 经过 结果 群众 而且 能够 自己 虽然 许多 设备 试点 说明 读取 阅读 查看 填写 打开 下单 订购 超过 较长 较多 过程 进行 还是 还有 这些 这个 这样 那些
  部分 部门 都是 采用 问题 除了 随着 需求 需要 项目 首先 工作 工作日 办公室 工作人员 居民 业务 办理 机关 企业 个人`.split(
    /\s+/,
  ),
);

/** Characters that join words rather than name anything. */
const joining = /[的了一就有在和与为不每及从到把被是这那也都而或其各将须由以]/u;

const chinese = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * Words of a run of Chinese that tell something, as the dictionary of the runtime parts them, in pairs of characters:
 * longer ones are not parted alike in every sentence.
 */
export function tellingChinese(run: string): readonly string[] {
  const words = [...chinese.segment(run)].map(({ segment }) => segment);
  return words.filter((word) => !everywhereInChinese.has(word) && !joining.test(word)).flatMap(pairs);
}

/** A Latin word by its stem; null where it tells nothing. */
export function tellingLatin(word: string): string | null {
  const stem = stemOf(word);
  return stem.length < 4 || /^(?:19|20)\d\d$/.test(stem) || everywhere.has(word) || everywhere.has(stem) ? null : stem;
}

/** Without what makes a plural or an activity of it, so that "bookings" finds "book a slot". Never shorter than four letters. */
function stemOf(word: string): string {
  for (const [ending, least] of endings)
    if (word.endsWith(ending) && word.length >= least) return word.slice(0, -ending.length);
  return word;
}

/** Longest first, with the shortest word that each is taken from. */
const endings: readonly (readonly [string, number])[] = [
  ["ings", 8],
  ["ing", 7],
  ["ies", 7],
  ["es", 7],
  ["s", 5],
];
