import type { Named } from "../../words/named.ts";
import type { BodyKind, ClockDuty, TermTable } from "./clock-duty.ts";

type BySeverity = TermTable[BodyKind];

const none = null;
const measures = "国家网络安全事件报告管理办法";

/** The same for each kind of body. */
const alike = (within: BySeverity): TermTable => ({ infrastructure: within, "state-organ": within, other: within });

/** The same for what is larger or graver. */
const larger = (term: number): BySeverity => ({ 1: term, 2: term, 3: term, 4: none });
const major = (term: number): BySeverity => ({ 1: term, 2: term, 3: none, 4: none });

const toAll = (name: Named): { readonly [B in BodyKind]: Named } => ({
  infrastructure: name,
  "state-organ": name,
  other: name,
});

const hour = 60;

const firstReceivers: ClockDuty["to"] = {
  infrastructure: {
    en: "the protection department of the sector and public security",
    zh: "保护工作部门、公安机关",
  },
  "state-organ": { en: "the cyberspace body of the own department", zh: "本部门网信工作机构" },
  other: { en: "the provincial cyberspace authority", zh: "所在地省级网信部门" },
};

/**
 * Hours follow from who one is, and only the onward report from how grave it is. What the measures do not say in hours
 * (supplement, containment, notice, review) is the house's own and says so.
 */
export const defaultDuties: readonly ClockDuty[] = [
  {
    key: "first-report",
    name: { en: "First report", zh: "首次报告" },
    source: `${measures}，较大以上事件：关键信息基础设施 1 小时，中央和国家机关 2 小时，其他 4 小时（引文）；补报时限为本系统拟定`,
    starts: "learned",
    of: null,
    stops: "report",
    unit: "minutes",
    within: { infrastructure: larger(hour), "state-organ": larger(2 * hour), other: larger(4 * hour) },
    to: firstReceivers,
    bars: true,
    supplementMinutes: 24 * hour,
  },
  {
    key: "onward-report",
    name: { en: "Onward report to the national authority", zh: "向国家网信部门转报" },
    source: `${measures}，重大以上事件：保护工作部门半小时，网信工作机构、省级网信部门 1 小时（引文）。由收到报告的部门转报，逾期不影响本项目`,
    starts: "reported",
    of: "first-report",
    stops: "report",
    unit: "minutes",
    within: { infrastructure: major(30), "state-organ": major(hour), other: major(hour) },
    to: toAll({
      en: "the national cyberspace authority, by whoever received the first report",
      zh: "国家网信部门（由收到首次报告的部门转报）",
    }),
    bars: false,
    supplementMinutes: null,
  },
  {
    key: "containment",
    name: { en: "Harm contained", zh: "处置控制" },
    source: "本系统拟定，无统一规定",
    starts: "learned",
    of: null,
    stops: "handling",
    unit: "minutes",
    within: alike({ 1: 24 * hour, 2: 48 * hour, 3: 7 * 24 * hour, 4: none }),
    to: toAll({ en: "the sponsor", zh: "责任领导" }),
    bars: true,
    supplementMinutes: null,
  },
  {
    key: "notice",
    name: { en: "Notice to those affected", zh: "告知受影响的人" },
    source: "个人信息保护法第五十七条：立即补救并通知（引文，法律未定小时数）；72 小时为本系统拟定",
    starts: "learned",
    of: null,
    stops: "report",
    unit: "minutes",
    within: alike(major(72 * hour)),
    to: toAll({ en: "the people affected, or why there are none", zh: "受影响的人；如无，说明理由" }),
    bars: true,
    supplementMinutes: null,
  },
  {
    key: "summary",
    name: { en: "Summary report", zh: "总结报告" },
    source: `${measures}，第八条：处置结束后 30 日内（引文）`,
    starts: "handled",
    of: null,
    stops: "report",
    unit: "days",
    within: alike(larger(30)),
    to: firstReceivers,
    bars: true,
    supplementMinutes: null,
  },
  {
    key: "review",
    name: { en: "Review of what happened", zh: "事后复盘" },
    source: "本系统拟定，无统一规定",
    starts: "handled",
    of: null,
    stops: "review",
    unit: "days",
    within: alike(larger(30)),
    to: toAll({ en: "everybody who works on the technology", zh: "项目全体人员" }),
    bars: false,
    supplementMinutes: null,
  },
];
