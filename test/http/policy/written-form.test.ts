import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { typedAtFirst } from "../../../src/http/policy/form.ts";
import { browser, password, startSite } from "../../support/http.ts";
import type { Browser, Fields, Member, Site } from "../../support/http.ts";

let site: Site;
let keeping: Member;
let anew: Browser;
beforeAll(async () => {
  site = await startSite();
  keeping = await site.signedIn("administrator");
  const { email } = await site.add("administrator");
  anew = browser(createApp(site.services, site.services.config, { keptBytes: 0 }));
  expect((await anew.post("/sign-in", { email, password })).status).toBe(303);
});
afterAll(() => site.stop());

const numbers = (changes: Fields = {}): Fields => ({
  ...typedAtFirst(site.services.views.policies.current()),
  ...changes,
});

/** The form's number is drawn for each page, and the other one is somebody else's. */
const form = async ({ get }: Browser, language: string): Promise<string> =>
  (/<nav class="ts-contents[^]*<\/form>/.exec((await get("/policy/new", { "Accept-Language": language })).html) ?? [
    "",
  ])[0].replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|name="author" value="[^"]*"/g, "");

async function expectTheSame(): Promise<void> {
  for (const language of ["en", "zh-CN", "en"]) {
    const kept = await form(keeping, language);
    expect(kept.length).toBeGreaterThan(100_000);
    expect(kept).toBe(await form(anew, language));
  }
}

it("is the same from what is kept as written anew, also after a draft, a fault and the next version", async () => {
  await expectTheSame();

  const { location } = await keeping.post("/policy/simulator/drafts", numbers({ passMark: "71" }));
  const draft = new URLSearchParams(location.split("?")[1]).get("policy") ?? "";
  expect((await keeping.get(`/policy/new?draft=${draft}`)).value("passMark")).toBe("71");
  await expectTheSame();

  const faulty = await keeping.post("/policy/versions", numbers({ passMark: "172" }));
  expect(faulty.value("passMark")).toBe("172");
  await expectTheSame();

  expect((await keeping.post("/policy/versions", numbers({ passMark: "73" }))).status).toBe(303);
  expect((await keeping.get("/policy/new")).value("passMark")).toBe("73");
  await expectTheSame();
}, 60_000);
