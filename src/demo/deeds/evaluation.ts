import { isJudged } from "../../domain/measures/measures.ts";
import type { Raw } from "../../application/raw-command.ts";
import type { SheetItem } from "../../domain/technology/state/evaluation.ts";
import { spread } from "../desk.ts";
import { evaluators, type Story } from "../story-of.ts";
import { texts } from "../texts.ts";

export async function assignEvaluators(story: Story, id: string): Promise<void> {
  const { desk } = story;
  const chosen = evaluators(story);
  await desk.ask("approver", "approver", id, {
    type: "AssignEvaluators",
    evaluators: chosen.map((login) => desk.id(login)),
  });
  for (const login of chosen) {
    await desk.ask(login, "evaluator", id, {
      type: "DeclareInterest",
      conflict: false,
      text: desk.say(texts.noInterest),
    });
  }
}

export async function scoreBy(story: Story, id: string, logins: readonly string[]): Promise<void> {
  const { desk } = story;
  const state = await desk.state(id);
  const linked = state.evidence.filter((piece) => piece.state === "in-force").map((piece) => piece.evidence);
  for (const login of logins) {
    await desk.score(
      login,
      id,
      rubricItems(story).map((item, at) => sheetItem(story, login, item, at, linked)),
    );
  }
}

function sheetItem(story: Story, login: string, item: string, at: number, linked: readonly string[]): Raw<SheetItem> {
  const base = story.scene.outcome === "weak" ? 3 : 4;
  const apart = story.scene.ending === "moderating" && at === 0 && login === "evaluator" ? -2 : 0;
  const shift = spread(story.scene.name.en + item) < 0.4 || at === 1 ? 1 : 0;
  return {
    item,
    score: Math.min(5, Math.max(1, base + apart + (apart === 0 ? shift : 0))),
    evidence: linked.slice(0, 2),
    comment: story.desk.say(texts.score),
  };
}

const rubricItems = ({ policy }: Story): string[] =>
  policy.criteria.flatMap((criterion) => criterion.indicators.filter((i) => isJudged(i.measure)).map((i) => i.key));

export async function moderateAll(story: Story, id: string): Promise<void> {
  const { desk } = story;
  const state = await desk.state(id);
  for (const item of state.evaluation?.revealed?.moderate ?? []) {
    for (const login of evaluators(story)) {
      await desk.ask(login, "evaluator", id, {
        type: "ModerateScore",
        item,
        score: 4,
        text: desk.say(texts.moderated),
      });
    }
  }
}

export const dissent = ({ desk }: Story, id: string): Promise<void> =>
  desk.ask("evaluator2", "evaluator", id, { type: "RecordDissent", text: desk.say(texts.dissent) });
