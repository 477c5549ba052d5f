import { expect, test } from "vitest";
import { parseTime } from "../../../src/evidence/time.ts";
import { Unreadable } from "../../../src/evidence/unreadable.ts";
import { Zone } from "../../../src/evidence/zone.ts";
import { lines, measured, refusal } from "../support.ts";

const utc = new Zone("UTC");

test.each([
  ...["10. März 2026 08:30", "10 mars 2026 08h30", "mardi 10 mars 2026 à 08:30", "10 de marzo de 2026 8:30 a. m."],
  ...["10 marzo 2026 ore 08:30", "10 de março de 2026 às 08:30", "10 maart 2026 om 08:30", "10 mrt. 2026 08:30"],
  ...["10 marca 2026 08:30", "10. března 2026 08:30", "10. marts 2026 kl. 08:30", "10. maaliskuuta 2026 klo 8.30"],
  ...["10 martie 2026 08:30", "2026. március 10. 08:30", "10 марта 2026 г. в 08:30", "10 березня 2026 08:30"],
  ...["Dienstag, 10. März 2026 um 08:30 Uhr", "10 Mrz. 2026 08:30", "10. Maerz 2026 08:30".replace("ae", "ä")],
  ...["2026. 3. 10. 08:30", "2026년 3월 10일 08:30", "令和8年3月10日 08:30", "民國115年3月10日 08:30"],
  ...[
    "二〇二六年三月十日 8:30",
    "2026年三月十日 上午8点半",
    "202603100830",
    "20260310083000",
    "2026-03-10 0830",
    "10.03.2026 08.30",
  ],
])("%s is half past eight on 10 March 2026", (text) => {
  expect(parseTime(text, utc)).toBe(Date.UTC(2026, 2, 10, 8, 30));
});

/** By what the runtime itself knows of each language. */
const languages = "en de fr es it pt nl pl cs sv da nb fi ro ru uk".split(" ");
test.each(languages)("every month of %s, in full and cut short, is that month or none", (language) => {
  for (const month of ["long", "short"] as const)
    for (let i = 0; i < 12; i += 1) {
      const date = new Date(Date.UTC(2026, i, 10));
      const text = new Intl.DateTimeFormat(language, {
        day: "numeric",
        month,
        year: "numeric",
        timeZone: "UTC",
      }).format(date);
      const time = parseTime(text, utc);
      // November of Poland is October of Croatia, in full and short.
      if (language === "pl" && i === 10) expect(time, text).toBeInstanceOf(Unreadable);
      // July of Poland is June of Croatia, cut short.
      else if (language === "pl" && i === 6 && month === "short") expect(time, text).toBeInstanceOf(Unreadable);
      else expect(time, text).toBe(date.getTime());
    }
});

test.each([
  ["10.3.26 08:30", /year of two digits/],
  ["03/10/26 08:30", /year of two digits/],
  ["10. März 26", /year of two digits/],
  ["Mar 10 08:30:00", /names no year/],
  ["3月10日 8:30", /names no year/],
  ["10.3. 08:30", /names no year/],
  ["10 listopada 2026", /not a time/],
  ["10 Smarch 2026", /not a time/],
  ["202613100830", /not a time of the calendar/],
  ["31. Juni 2026", /not a time of the calendar/],
])("%s is refused in words that help", (text, reason) => {
  expect(parseTime(text, utc)).toMatchObject({ reason: expect.stringMatching(reason) as string });
});

test("an order of day and month that nothing shows is asked about once, whatever parts them", async () => {
  const text = lines("service,start,end,kind", "P,2026-03-01,2026-04-01,observed", "P,10-3-2026 8:00,10-3-2026 9:00,");
  expect((await refusal(text)).questions).toMatchObject([{ about: "day-order", heading: "start", seen: [{ row: 3 }] }]);
  const told = await measured("availability", text, { answers: { dayOrder: "day-first" } });
  expect(told.services[0]).toMatchObject({ downSeconds: 3600, observedSeconds: 31 * 86_400 });
});

test.each([
  ["a day without midnight", "Africa/Cairo", "2026-04-24", "2026-04-25", 23 * 3600],
  ["a day with two midnights", "America/Havana", "2026-11-01", "2026-11-02", 25 * 3600],
  ["a day that was left out", "Pacific/Apia", "2011-12-29", "2011-12-31", 86_400],
  ["a day of 23 hours elsewhere in the day", "Europe/Berlin", "2026-03-29", "2026-03-30", 23 * 3600],
])("an outage of %s (%s) is as long as the day was", async (_, timeZone, from, to, downSeconds) => {
  const around = [Date.parse(from) - 86_400_000 * 3, Date.parse(to) + 86_400_000 * 3].map((ms) =>
    new Date(ms).toISOString(),
  );
  const text = lines("service,from,to,type", `P,${around.join(",")},observed`, `P,${from},${to},outage`);
  expect((await measured("availability", text, { timeZone })).services[0]).toMatchObject({ downSeconds });
});
