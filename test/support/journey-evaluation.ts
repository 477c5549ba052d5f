import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import type { Indicator } from "../../src/domain/measures/measures.ts";
import { texts } from "./journey-texts.ts";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

const rubrics = plainPolicy.criteria
  .flatMap(({ indicators }) => indicators)
  .filter(({ measure }) => measure === "rubric");
const [contested] = rubrics;

/** Three are assigned; each says that nothing ties them to the outcome. */
export async function assign(story: Story): Promise<void> {
  const approver = await story.as("approver");
  const { t } = approver.language;
  await approver.open(`${story.path}/evaluation`);
  await approver.open(`${story.path}/evaluation/evaluators`);
  for (const login of ["evaluator", "evaluator2", "evaluator3"])
    await approver.tick(t("evaluation:assign.who"), story.name(login));
  await approver.press(t("evaluation:assign.submit"));
  await approver.reads(t("evaluation:assign.done"));
  for (const login of ["evaluator", "evaluator2"]) {
    const evaluator = await story.as(login);
    await evaluator.open("/work");
    await evaluator.open(`${story.path}/evaluation/interest`);
    await evaluator.choose(t("evaluation:declare.question"), t("evaluation:declare.no"));
    await evaluator.press(t("evaluation:declare.submit"));
    await evaluator.reads(t("evaluation:declare.done"));
  }
}

/**
 * One evaluator has half a sheet saved, the other a sheet typed and not sent, when the server is stopped; after it has
 * come up again on the same folder both are there, and nothing that was acknowledged is gone.
 */
export async function restartWhileScoring(story: Story): Promise<void> {
  const one = await story.as("evaluator");
  await one.open(`${story.path}/evaluation/scores`);
  await score(story, one, rubrics.slice(0, 2), 5);
  await one.press(one.t("drafts:save"));
  await one.reads(one.t("drafts:savedDone"));

  const other = await story.as("evaluator2");
  await other.open(`${story.path}/evaluation/scores`);
  await score(story, other, rubrics, 1);

  const before = story.site.services.views.position();
  await story.site.stop();
  await story.site.start();
  const after = story.site.services.views.position();
  if (after.position < before.position) throw new Error("Entries were lost");

  await other.press(other.t("evaluation:scores.submit"));
  await other.reads(other.t("evaluation:scores.done"));
  await one.open(`${story.path}/evaluation/scores`);
  for (const rubric of rubrics.slice(0, 2)) {
    await one.holds(one.t("evaluation:scores.comment"), story.say(texts.score), section(story, one, rubric));
  }
  await score(story, one, rubrics.slice(2), 5);
  await one.press(one.t("evaluation:scores.submit"));
  await one.reads(one.t("evaluation:scores.done"));
}

/** The first item is where the two differ: 5 or 1. Both give the others what is between. */
async function score(
  story: Story,
  evaluator: Visitor,
  items: readonly Indicator[],
  onContested: number,
): Promise<void> {
  for (const item of items) {
    const place = section(story, evaluator, item);
    const anchor = item === contested ? onContested : item === rubrics.at(-1) ? 5 : 4;
    await evaluator.choose(
      story.say(item.name),
      story.say(item.rubric?.anchors[anchor - 1] ?? { en: "", zh: "" }),
      place,
    );
    // What speaks to the item stands there, the rest is folded away.
    await place.locator(".ts-checks input[type=checkbox]:visible").first().check();
    await evaluator.fill(evaluator.t("evaluation:scores.comment"), story.say(texts.score), place);
  }
}

const section = (story: Story, visitor: Visitor, { name }: Indicator) =>
  visitor.page.locator(".ts-rubric").filter({ has: visitor.group(story.say(name)) });

/** Nobody sees a score while one is awaited; the absent third is released, and then all do. */
export async function reveal(story: Story): Promise<void> {
  const auditor = await story.as("auditor");
  await auditor.open(`${story.path}/evaluation`);
  await auditor.reads(auditor.t("evaluation:blind"));
  if ((await auditor.page.getByText(story.say(texts.score)).count()) > 0) throw new Error("A blind score is shown");

  const approver = await story.as("approver");
  const { t } = approver.language;
  await approver.open(`${story.path}/evaluation`);
  await approver.follow(t("evaluation:releaseLink"));
  await approver.fill(
    t("evaluation:release.label"),
    story.say({ en: "On leave until spring.", zh: "休假至明年春天。" }),
  );
  await approver.press(t("evaluation:release.button"));
  await approver.reads(t("evaluation:sheets"));
}

/**
 * What they differ on is talked over and stated again. One of them first leaves it unjudged and judges it after all; the
 * page says when it is done, and the other one still disagrees and says so.
 */
export async function moderate(story: Story): Promise<void> {
  const [one, other] = [await story.as("evaluator"), await story.as("evaluator2")];
  await restate(story, one, one.t("evaluation:moderation.restate"), null);
  await one.reads(one.t("evaluation:moderation.left", { count: 1, of: 1 }));
  await restate(story, other, other.t("evaluation:moderation.restate"), 4);
  await other.reads(other.t("evaluation:moderation.finished"));
  await restate(story, one, one.t("evaluation:moderation.judge"), 4);
  await one.reads(one.t("evaluation:moderation.allRestated"));
  await one.reads(one.t("evaluation:agreed.after"));
  if ((await one.page.locator("main a[href*='/moderations/']").count()) > 0)
    throw new Error("There is more to moderate");
  await other.open(`${story.path}/evaluation`);
  await other.follow(other.t("evaluation:link.RecordDissent"));
  await other.fill(other.t("evaluation:dissent.label"), story.say(texts.dissent));
  await other.press(other.t("evaluation:dissent.button"));
  await other.reads(story.say(texts.dissent));
}

/** An anchor, or null: it cannot be judged from this evidence. */
async function restate(story: Story, evaluator: Visitor, link: string, anchor: number | null): Promise<void> {
  if (contested === undefined) throw new Error("The policy has no rubric");
  const { t } = evaluator.language;
  await evaluator.open(`${story.path}/evaluation`);
  await evaluator.follow(link);
  await evaluator.reads(t("evaluation:moderation.beside"));
  await evaluator.choose(
    story.say(contested.rubric?.question ?? contested.name),
    anchor === null ? t("evaluation:scores.none") : story.say(contested.rubric?.anchors[anchor - 1] ?? contested.name),
  );
  await evaluator.fill(t("evaluation:moderation.text"), story.say(texts.moderated));
  await evaluator.press(t("evaluation:moderation.submit"));
  await evaluator.reads(t("evaluation:moderation.done"));
}
