import { may } from "./layout.ts";

/** Columns that tables about people share. */
export const group = may(
  "group",
  ["组别", "群体", "人群", "user group"],
  "Group of the person: public, staff, older, disability",
);

const words = (list: string): readonly string[] => list.split("|");

/** How tools and people call the column that says who somebody is. */
export const persons: readonly string[] = [
  ...words(
    "participant|participant id|participant no|participant number|participant code|participant name|pid|participants",
  ),
  ...words("respondent|respondent id|respondent no|respondent number|respondent code|respondents"),
  ...words(
    "subject|subject id|subject no|subject number|subject code|test person|test subject|tester|tester id|testee",
  ),
  ...words("user|user id|user no|user number|user code|uid|person|person id|interviewee|interviewee id|volunteer id"),
  ...words(
    "pseudonym|study id|external reference|external data reference|prolific id|prolific pid|worker id|panelist id|member id",
  ),
  ...words(
    "employee id|staff id|student id|token|participant #|respondent #|anonymous id|visitor id|respid|resp id|puid",
  ),
  ...words(
    "teilnehmer|teilnehmerin|teilnehmer id|teilnehmernummer|proband|probanden id|probandennummer|versuchsperson|vp|vpn",
  ),
  ...words(
    "befragte|befragter|benutzer|benutzer id|nutzer|nutzer id|participant e|id participant|code participant|répondant",
  ),
  ...words(
    "codename|code name|nickname|alias|panelist|panellist|attendee|sujet|identifiant|utilisateur|usager|device id|deelnemer|gebruiker",
  ),
  ...words("测评人|测评人员|测评者|评测人|评测者|体验者|体验人|志愿者|评价人|评分人|办事人|申请人|居民|市民"),
  ...words("participante|id participante|id del participante|encuestado|id encuestado|usuario|id usuario|partecipante"),
  ...words(
    "参与者|参与者编号|参与者id|参与人|参与人编号|参加者|参加者编号|受访者|受访者编号|受访者id|受访人|被访者|被访者编号",
  ),
  ...words(
    "受试者|受试者编号|受试者id|被试|被试编号|被试者|被测者|测试者|测试者编号|测试人员|测试人员编号|调查对象|调查对象编号|对象编号",
  ),
  ...words(
    "用户|用户编号|用户id|用户号|使用者|使用者编号|人员|人员编号|员工编号|工号|学号|填写人|填表人|填写者|答题者|答题人|答卷人|答卷者|化名|代号|被访人|被访人编号|被调查者|被调查者编号|访客|访客id|访客编号|匿名编号",
  ),
];

/** And the answer of somebody: in one survey the same as the person, in two surveys not. */
export const responses: readonly string[] = [
  ...words(
    "response id|response no|response number|response token|submission id|entry id|record id|case id|case no|case number",
  ),
  ...words(
    "session id|session|collector id|code|编码|代码|visit id|form id|id de respuesta|id de réponse|identifiant de réponse",
  ),
  ...words(
    "_uuid|uuid|guid|instance id|meta/instanceid|lfd. nr.|lfd nr|laufende nummer|antwort id|fragebogen nr|样本编号|样本号|样本id|问卷id",
  ),
  ...words("id|id.|no|no.|nr|nr.|number|#|case|network id"),
  ...words("答卷编号|答卷序号|答卷id|问卷编号|问卷序号|答案编号|提交序号|提交编号|记录编号|流水号|编号|序号"),
];

const somebody = words(
  "参与者|参与人|参加者|参加人|受访者|受访人|被访者|被访人|受试者|被试|被试者|被测者|测试者|测试人员|测试用户|调查对象|被调查者|用户|使用者|人员|员工|职工|雇员|学生|学员|居民|市民|群众|办事人|办事群众|申请人|志愿者|会员|填写人|填写者|填表人|填报人|答题人|答题者|作答人|作答者|答卷人|答卷者|回答者|评价人|评价者|评分人|体验者|访客|客户|顾客|participant|respondent|subject|tester|user|person|interviewee|volunteer|member|employee|staff|student|panelist|worker|visitor|customer|client|citizen|resident|applicant|reviewer|rater|attendee|guest|candidate",
).join("|");

/** Somebody and what tells them apart, in the plain spelling of headings: "答题人ID", "Citizen No.", "applicant_code". */
export const tellsPeopleApart = new RegExp(
  `^(?:${somebody})的?(?:编号|编码|代码|代号|序号|号码?|唯一标识|标识符?|id|no|nr|number|code|key|uuid|guid|hash|ref|reference|identifier|#)$`,
);

const without = (name: string, aliases: readonly string[]): readonly string[] =>
  aliases.filter((alias) => alias !== name);

/** Who answered a questionnaire. */
export const respondent = may(
  "respondent",
  without("respondent", [...persons, ...responses]),
  "Pseudonym; counts once",
);

/** Who rated: a number of an answer says nothing of the person. */
export const rater = may("respondent", without("respondent", persons), "Pseudonym; their first rating counts");

/** Who tried a task: there, the number of a row is an attempt's. */
export const participantAliases = [...without("participant", persons), "编号"];
