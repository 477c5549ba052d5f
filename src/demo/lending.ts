import { borrow, offer, putAway } from "./deeds/sharing.ts";
import type { Step } from "./steps.ts";
import type { Words } from "./words.ts";

const enrolment: Words = ["School enrolment week, JMeter", "入学报名周负载（JMeter）"];
const marketDay: Words = ["Copies on market day, JMeter", "赶集日打印负载（JMeter）"];
const visitors: Words = ["Visitors at both halls, SUS", "两个大厅来访者 SUS"];

/** What departments offer one another, what they take over, and what becomes of it; by English names of technologies. */
export const lending: { readonly [technology: string]: readonly Step[] } = {
  "Data-sharing exchange": [offer(32, enrolment, ["health", "social"])],
  "Digital ID counter kiosk": [offer(34, marketDay, "all"), offer(34, visitors, "all")],
  "Air quality grid": [offer(2, ["Inspectors and school doctors, SUS", "执法人员与校医 SUS"], ["education", "health"])],
  "Bus arrival prediction": [offer(9, ["Ratings in the app", "应用内评分"], ["urban"])],
  // Taken over for its own desks, and put away once its own trial had shown more.
  "Hospital appointment exchange": [
    borrow(29, "Data-sharing exchange", enrolment),
    putAway(12, 1, [
      "Registers are asked all day, our desks in the first hour of it: what holds there tells us nothing here.",
      "登记库全天有人查，我们挂号全挤在头一个钟头，那边的结果说明不了这边。",
    ]),
  ],
  // Extracts are printed in the same way; it was withdrawn where it comes from.
  "Land register search": [borrow(9, "Digital ID counter kiosk", marketDay)],
  "Pension eligibility check": [borrow(4, "Digital ID counter kiosk", visitors)],
};
