import { createHash } from "node:crypto";
import { textKey } from "../../domain/words/plain-text.ts";
import { undecorated } from "../heading-rows.ts";

/** Headings of a column that tells how to reach or call somebody, "your" and "please enter" left away. */
const contact =
  /^(?:(?:work |business |contact |recipient ?|respondent |participant )?e-?mail(?: ?address(?:es)?| ?id)?|mail|mail ?address|courriel|e-?mail-?adresse|adresse (?:e-?mail|mail)|correo(?: electrónico)?|(?:cell|mobile|tele)? ?phone(?: ?number)?|mobile(?: ?number)?|(?:full|user|nick|display|recipient)?[ _-]?name|first ?and ?last ?name|login|account|open ?id|union ?id|wechat(?: ?id)?|(?:企业|工作|个人|常用|电子|联系)?(?:邮箱|邮件)(?:地址|账号|帐号)?|电邮(?:地址)?|(?:联系|移动)?(?:电话|手机)(?:号|号码)?|联系方式|(?:填写人|填表人|答题人|提交人|用户)?(?:姓名|名字|昵称)|用户名|微信(?:号|昵称|名)?|账号|帐号|登录名|提交人|提交者|身份证号?(?:码)?|证件号(?:码)?)$/;

/** What the readers of tables of people say of the version that first knew addresses. */
export const peopleChange =
  "people are known by an address or a name too, as a pseudonym; further headings, also below a title; further words of answers and codes of none";

/** What they say of the version after it. */
export const personsChange =
  "further headings that tell people apart; “非常同意” at one end and “很不同意” at the other are the ends of one scale";

/** What they say of the version after that. */
export const answersChange =
  "further headings that tell people apart, words of Portuguese and Dutch, faces beside words; further labels of sums";

/** Where such a column stands in a table; −1 where none does. Asked of every row, so kept by the headings it was found in. */
const places = new WeakMap<readonly string[], number>();

/** Headings that were asked about: a table asks of every row. */
const asked = new Map<string, boolean>();

/** Whether a heading is that of such a column. */
export function asksForContact(heading: string): boolean {
  const known = asked.get(heading);
  if (known !== undefined) return known;
  const asks = heading.length <= 60 && contact.test(undecorated(heading));
  if (asked.size >= 1_000) asked.clear();
  asked.set(heading, asks);
  return asks;
}

export function contactColumn(headings: readonly string[]): number {
  const known = places.get(headings);
  if (known !== undefined) return known;
  const at = headings.findIndex((heading) => asksForContact(heading));
  places.set(headings, at);
  return at;
}

const address =
  /^[^\s@]{1,100}@[^\s@]{1,100}\.[^\s@.]{2,20}$|^(?:\+?\d{1,3}[ -]?)?1[3-9]\d{9}$|^\+\d[\d ()-]{6,18}\d$|^\d{17}[\dx]$/;

/** Whether a text is an address, a telephone number or the number of an identity card, wherever it stands. */
export const isContact = (text: string): boolean => address.test(textKey(text));

/**
 * Who somebody is, without saying it: the same for the same address in every file, and nothing else of it goes any further
 * than its cell. Case means nothing in it.
 */
export const pseudonym = (text: string): string =>
  `person-${createHash("sha256")
    .update(`touchstone person\n${textKey(text)}`)
    .digest("hex")
    .slice(0, 16)}`;
