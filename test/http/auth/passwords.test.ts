import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handle } from "../../../src/application/handle.ts";
import { onPolicy } from "../../../src/application/on-policy.ts";
import { hashPassword } from "../../../src/application/people/passwords.ts";
import { password, startSite } from "../../support/http.ts";
import type { Member, Page, Site } from "../../support/http.ts";

let site: Site;
let administrator: Member;
beforeAll(async () => {
  site = await startSite();
  administrator = await site.signedIn("administrator");
  const policy = site.services.views.policies.current();
  const outcome = await handle(
    site.services,
    {
      actor: { id: administrator.id, roles: ["administrator"] },
      role: "administrator",
      commandId: crypto.randomUUID(),
    },
    onPolicy({
      type: "PublishPolicy",
      policy: {
        ...policy,
        version: 2,
        accounts: { ...policy.accounts, passwordLength: 16, passwordWords: ["Riverbank", "河岸市"] },
      },
    }),
  );
  expect(outcome.kind, JSON.stringify(outcome)).toBe("accepted");
});
afterAll(async () => site.stop());

const linkOf = ({ html }: Page): string => /http:\/\/touchstone\.test(\/link\/[\w-]+)/.exec(html)?.[1] ?? "";

describe("the newest policy's length and words count wherever a password is set", () => {
  it("on the account page, which says the length before and the word after", async () => {
    const member = await site.signedIn("planner");
    expect((await member.get("/account")).text).toContain("At least 16 characters");
    const attempt = async (next: string) =>
      member.post("/account/password", { current: password, password: next, again: next });
    expect((await attempt("only fifteen ch")).text).toContain("Use at least 16 characters");
    const own = await attempt("Riverbank2026Riverbank");
    expect(own.status).toBe(422);
    expect(own.text).toContain("This rests on “riverbank”");
    expect(own.html).not.toContain("Riverbank2026Riverbank");
    expect((await attempt("planner-planner-2026")).text).toContain("This rests on “planner”");
    expect((await attempt("seventeen umbrellas in a row")).status).toBe(303);
  });

  it("on an invitation", async () => {
    const link = linkOf(await administrator.post("/people", { name: "Newcomer", email: "new@example.org", roles: [] }));
    const newcomer = site.browser();
    expect((await newcomer.get(link)).text).toContain("At least 16 characters");
    const refused = await newcomer.post(link, {
      password: "河岸市2026河岸市2026河岸市",
      again: "河岸市2026河岸市2026河岸市",
    });
    expect(refused.text).toContain("This rests on “河岸市”");
    expect((await newcomer.post(link, { password: "only fifteen ch", again: "only fifteen ch" })).status).toBe(422);
  });

  it("and leave a password alone that was set before", async () => {
    const { email } = await site.add("planner");
    await site.accounts.identities.setPassword(
      (await site.accounts.identities.byEmail(email))?.person ?? "",
      await hashPassword("short one 12"),
    );
    expect((await site.browser().post("/sign-in", { email, password: "short one 12" })).status).toBe(303);
  });
});
