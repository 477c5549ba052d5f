import { afterAll, beforeAll, expect, it } from "vitest";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";

let demo: DemoSite;
beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant", "Hospital appointment exchange"));
}, 180_000);
afterAll(async () => demo.stop());

const meaning = (word: string): RegExp =>
  new RegExp(`<details class="ts-term" name="term">\\s*<summary>${word}</summary>\\s*<span>[^<]{10,}</span>`);

it.each([
  ["gates/rollout", ["measured", "floor", "pass mark", "confidence", "Quorum", "Review"]],
  ["", ["floor"]],
  ["plan", ["Floor"]],
  ["evidence", ["floor"]],
  ["evaluation", ["agreement of the evaluators"]],
])("a word of the method is explained where it stands, without a script: %s", async (place, words) => {
  const reader = await demo.as("auditor");
  const { html } = await reader.get(`/technologies/permit-reply-assistant/${place}`.replace(/\/$/, ""));
  for (const word of words) expect(html).toMatch(meaning(word));
});

it("the guard limit is explained at the guards, and all of it in Chinese", async () => {
  const reader = await demo.as("auditor", "zh-CN");
  expect((await reader.get("/technologies/hospital-appointment-exchange/rollout")).html).toMatch(meaning("警戒限值"));
  const { html } = await reader.get("/technologies/permit-reply-assistant/gates/rollout");
  for (const word of ["底线", "合格线", "法定票数"]) expect(html).toMatch(meaning(word));
});

it("no page about scores names a coefficient where a sentence says the same", async () => {
  const reader = await demo.as("auditor");
  for (const place of ["gates/rollout", "history"]) {
    const { text } = await reader.get(`/technologies/permit-reply-assistant/${place}`);
    expect(text).not.toMatch(/Krippendorff|α|\bAC2 [\d−]/);
  }
});
