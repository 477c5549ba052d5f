import { parseArgs } from "node:util";
import { examine } from "../application/doctor/examination.ts";
import { finding, good } from "../application/doctor/remark.ts";
import type { Remark } from "../application/doctor/remark.ts";
import { isEnough } from "../node-version.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { counted } from "../domain/words/counted.ts";

const words = { good: "good    ", note: "note    ", finding: "FINDING " } as const;

/** `touchstone doctor`: what is well, what is not, and what to do; 1 where something has to be put right. */
export async function doctorCommand(
  args: readonly string[],
  io: CommandIo,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: "boolean", default: false }, "clock-of": { type: "string" } },
  });
  const remarks = [nodeRemark(), ...(await examine(env, values["clock-of"] ?? null))];
  const findings = remarks.filter(({ state }) => state === "finding").length;
  if (values.json) io.out(JSON.stringify({ ok: findings === 0, remarks }, null, 2));
  else for (const line of [...remarks.flatMap(linesOf), summary(findings)]) io.out(line);
  return findings === 0 ? 0 : 1;
}

function nodeRemark(version: string = process.versions.node): Remark {
  return isEnough(version)
    ? good("Node", `is ${version}.`)
    : finding("Node", `is ${version}, which is too old.`, "Start with npm, which brings its own.");
}

const linesOf = ({ about, state, says, advice }: Remark): readonly string[] => [
  `${words[state]} ${about}: ${says}`,
  ...(advice === null ? [] : [`          → ${advice}`]),
];

const summary = (findings: number): string =>
  findings === 0 ? "Nothing has to be put right." : `${counted(findings, "thing has", "things have")} to be put right.`;
