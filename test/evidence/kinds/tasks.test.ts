import { describe, expect, test } from "vitest";
import { lines, measured, refusal } from "../support.ts";

const rows = (yes: string, no: string): string[] => [`a,T,${yes}`, `b,T,${no}`, `c,T,${yes}`];

describe("a heading that asks whether a task succeeded is answered by yes and no", () => {
  test.each([
    ["participant,task,success", "1", "0"],
    ["Participant,Task,Completed?", "Yes", "No"],
    ["参与者,任务,是否完成", "是", "否"],
    ["Tester ID,Mission,Task success", "✓", "✗"],
    ["Teilnehmer,Aufgabe,Erfolg", "ja", "nein"],
    ["participant,task,completed", "TRUE", "FALSE"],
    ["Teilnehmer,Aufgabe,Ergebnis", "erfolgreich", "abgebrochen"],
  ])("%s: %s, %s", async (header, yes, no) => {
    expect(await measured("tasks", lines(header, ...rows(yes, no)))).toMatchObject({
      tasks: [{ attempts: 3, successes: 2, partial: 0, failures: 1 }],
    });
  });

  test.each([
    ["participant,task,outcome", "1", "0"],
    ["participant,task,status", "yes", "no"],
    ["participant,task,Success (0 = yes)", "0", "1"],
    ["participant,task,success", "A", "B"],
  ])("elsewhere they are asked about: %s", async (header, yes, no) => {
    expect(await refusal(lines(header, ...rows(yes, no)))).toMatchObject({ code: "no-usable-row" });
  });
});
