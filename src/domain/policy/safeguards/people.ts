import type { Reason } from "../../words/decision.ts";
import { day, integer, nullable, object, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { wholeIn } from "../../words/check-number.ts";

/** What is asked for the people who work with a technology, and for those who cannot use it online. */
export interface PeopleRules {
  readonly source: string;
  readonly date: Day;
  /** Of those planned, the percentage that has to be trained before a wave opens; null: nobody has to. */
  readonly attendedPercent: number | null;
  /** Of those trained, the percentage that has to have shown that they can do it; null: nobody has to. */
  readonly passedPercent: number | null;
  /** Months after adoption for which a channel beside the online one stays; null: it need not. */
  readonly channelMonths: number | null;
  /** Ways beside the online one that stay, each of another kind, at least; null: none has to. */
  readonly leastChannels: number | null;
  /** People of each group that the plan names in the usability sample, at least; null: being named is enough. */
  readonly assistedLeast: number | null;
}

export const peopleShape: Shape<PeopleRules> = object({
  source: text,
  date: day,
  attendedPercent: nullable(integer),
  passedPercent: nullable(integer),
  channelMonths: nullable(integer),
  leastChannels: nullable(integer),
  assistedLeast: nullable(integer),
});

export const peopleDefault: PeopleRules = {
  source:
    "国办发〔2020〕45 号（传统服务方式与智能化服务并行）；无障碍环境建设法（2023 年 9 月 1 日施行）；按岗位培训参照 Canada: Directive on Automated Decision-Making。各项数字为本系统拟定",
  date: "2020-11-15",
  attendedPercent: 90,
  passedPercent: 80,
  channelMonths: 12,
  leastChannels: 2,
  assistedLeast: 10,
};

export const noPeopleRules: PeopleRules = {
  ...peopleDefault,
  attendedPercent: null,
  passedPercent: null,
  channelMonths: null,
  leastChannels: null,
  assistedLeast: null,
};

export const checkPeople = (rules: PeopleRules): readonly Reason[] => [
  ...within("attendedPercent", rules.attendedPercent, 100),
  ...within("passedPercent", rules.passedPercent, 100),
  ...within("channelMonths", rules.channelMonths, 240),
  ...within("leastChannels", rules.leastChannels, 4),
  ...within("assistedLeast", rules.assistedLeast, 1000),
];

const within = (name: string, value: number | null, most: number): readonly Reason[] =>
  value === null ? [] : wholeIn(`safeguards.people.${name}`, value, 1, most);
