import type { Random } from "../random.ts";

export interface SusSample {
  readonly respondents: number;
  /** Mean and spread of the SUS score the answers aim at, 0–100. */
  readonly mean: number;
  readonly sd: number;
}

const groups = ["public", "staff", "older", "disability"] as const;

/** A wide SUS table: one respondent a row, q1 to q10 from 1 (disagree) to 5 (agree). */
export function susCsv(random: Random, prefix: string, sample: SusSample): string {
  const rows = ["respondent,group,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10"];
  for (let index = 1; index <= sample.respondents; index++) {
    const aim = Math.min(100, Math.max(5, random.normal(sample.mean, sample.sd)));
    rows.push([`${prefix}-${index}`, groups[index % 4], ...items(random, aim)].join(","));
  }
  return rows.join("\n") + "\n";
}

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

const tasks = ["Find the case", "Answer the question", "Correct a mistake", "Hand over to a colleague"] as const;

/** One attempt a row: participant, task, outcome, seconds. */
export function tasksCsv(random: Random, prefix: string, sample: TaskSample): string {
  const rows = ["participant,group,task,outcome,seconds"];
  for (let index = 1; index <= sample.participants; index++) {
    for (const task of tasks) {
      const outcome = random.next() < sample.success ? "success" : random.next() < 0.5 ? "partial" : "failure";
      rows.push(`${prefix}-${index},${groups[index % 4] ?? "public"},${task},${outcome},${random.whole(25, 240)}`);
    }
  }
  return rows.join("\n") + "\n";
}
