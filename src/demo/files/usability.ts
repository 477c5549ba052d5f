import type { Random } from "../random.ts";

export interface SusSample {
  readonly respondents: number;
  /** Mean and spread of the SUS score the answers aim at, 0–100. */
  readonly mean: number;
  readonly sd: number;
  /** The first so many of them are of this group. */
  readonly first?: readonly [group: string, people: number];
}

const groups = ["public", "staff", "older", "disability"] as const;

interface Answered {
  readonly id: string;
  readonly group: string;
  /** Items 1 to 10, from 1 (disagree) to 5 (agree). */
  readonly answers: readonly number[];
}

/** A wide SUS table: one respondent a row, q1 to q10. */
export function susCsv(random: Random, prefix: string, sample: SusSample): string {
  const rows = answered(random, prefix, sample).map(({ id, group, answers }) => [id, group, ...answers].join(","));
  return ["respondent,group,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", ...rows, ""].join("\n");
}

/** An answer a row, as a database exports them. */
export function susLongCsv(random: Random, prefix: string, sample: SusSample): string {
  const rows = answered(random, prefix, sample).flatMap(({ id, group, answers }) =>
    answers.map((answer, at) => [id, group, at + 1, answer].join(",")),
  );
  return ["respondent,group,item,answer", ...rows, ""].join("\n");
}

const inWords = ["strongly disagree", "disagree", "neutral", "agree", "strongly agree"] as const;

/** As a form tool writes it: the answers in words. */
export function susWordsCsv(random: Random, prefix: string, sample: SusSample): string {
  const rows = answered(random, prefix, sample).map(({ id, group, answers }) =>
    [id, group, ...answers.map((answer) => inWords[answer - 1])].join(","),
  );
  return ["respondent,group,1,2,3,4,5,6,7,8,9,10", ...rows, ""].join("\n");
}

const answered = (random: Random, prefix: string, { respondents, mean, sd, first }: SusSample): Answered[] =>
  Array.from({ length: respondents }, (_, at) => {
    const aim = Math.min(100, Math.max(5, random.normal(mean, sd)));
    const group = first !== undefined && at < first[1] ? first[0] : (groups[(at + 1) % 4] ?? "public");
    return { id: `${prefix}-${at + 1}`, group, answers: items(random, aim) };
  });

/** Ten answers whose score lies within 2.5 points of the aim: contributions 0–4, odd items as they are, even ones reversed. */
function items(random: Random, aim: number): number[] {
  const contributions = Array.from({ length: 10 }, () => 0);
  for (let points = Math.round(aim / 2.5); points > 0;) {
    const at = random.whole(0, 9);
    const had = contributions[at] ?? 4;
    if (had === 4) continue;
    contributions[at] = had + 1;
    points--;
  }
  return contributions.map((points, at) => (at % 2 === 0 ? points + 1 : 5 - points));
}

export interface TaskSample {
  readonly participants: number;
  /** Chance that a participant finishes a task unaided. */
  readonly success: number;
}

/** As CSV wants it where it holds a comma. */
const cell = (text: string): string => (text.includes(",") ? `"${text}"` : text);

const usualTasks = ["Find the case", "Answer the question", "Correct a mistake", "Hand over to a colleague"];

/** One attempt a row: participant, task, outcome, seconds. */
export function tasksCsv(
  random: Random,
  prefix: string,
  sample: TaskSample,
  tasks: readonly string[] = usualTasks,
): string {
  const rows = ["participant,group,task,outcome,seconds"];
  for (let index = 1; index <= sample.participants; index++) {
    for (const task of tasks) {
      const outcome = random.next() < sample.success ? "success" : random.next() < 0.5 ? "partial" : "failure";
      rows.push(
        `${prefix}-${index},${groups[index % 4] ?? "public"},${cell(task)},${outcome},${random.whole(25, 240)}`,
      );
    }
  }
  return rows.join("\n") + "\n";
}

/** The two items of UMUX-Lite on seven points, around a mean. */
export function umuxCsv(random: Random, prefix: string, people: number, mean: number): string {
  const step = (): number => Math.min(7, Math.max(1, Math.round(random.normal(mean, 0.9))));
  const rows = Array.from({ length: people }, (_, at) => `${prefix}-${at + 1},${groups[at % 4]},${step()},${step()}`);
  return ["respondent,group,capabilities,ease", ...rows, ""].join("\n");
}

/** How easy each task was, from 1 to 7, asked right after it. */
export function seqCsv(random: Random, prefix: string, people: number, mean: number, tasks: readonly string[]): string {
  const ease = (): number => Math.min(7, Math.max(1, Math.round(random.normal(mean, 0.8))));
  const rows = Array.from({ length: people }, (_, at) =>
    tasks.map((task) => `${prefix}-${at + 1},${cell(task)},${ease()},${groups[at % 4]}`),
  );
  return ["participant,task,rating,group", ...rows.flat(), ""].join("\n");
}
