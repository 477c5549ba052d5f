import { scenesNamed } from "../support/demo.ts";
import { tell } from "../support/journey-play.ts";
import { asFile, byDepartment, found, inChinese, onPaper, scored, toTheList } from "../support/journey-leadership.ts";

tell("a head of the city who wants to know where everything is", {
  options: {
    name: "leadership",
    locale: "en",
    javaScript: true,
    closely: "page",
    otherwise: { approver2: { locale: "zh-CN", javaScript: false }, auditor: { locale: "zh-CN" } },
    // Adopted, rolled out with a condition, taken back, stopped, and one that promises are made of.
    scenes: scenesNamed(
      ...["Hospital appointment exchange", "Parking guidance", "Fax gateway", "Street-light fault detection"],
      ...["Data-sharing exchange", "Tax letter drafts"],
    ),
  },
  before: async () => {},
  chapters: [
    ["finds the page, and how many decisions came in a year", found],
    ["goes from a number to what it counted, and to one of these", toTheList],
    ["asks for one department", byDepartment],
    ["takes the numbers away as a file", asFile],
    ["prints it: the numbers are there, what is only for a screen is not", onPaper],
    ["reads what each department did, and of what a number there is made", scored],
    ["another reads the same in Chinese without scripts, and so does an auditor", inChinese],
  ],
});
