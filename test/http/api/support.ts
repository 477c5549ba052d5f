import supertest from "supertest";
import { piloting } from "../evidence/support.ts";
import { withDepartment } from "../proposal/support.ts";
import type { TokenScope } from "../../../src/authority/intake-tokens.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";

export type Intake = {
  readonly site: Site;
  readonly planner: Member;
  readonly slug: string;
  readonly technology: string;
  readonly token: string;
};

/** A site with an open pilot, and a token for it of the planner who runs it. */
export async function intake(overrides: Parameters<typeof startSite>[0] = {}): Promise<Intake> {
  const site = await startSite(overrides);
  await withDepartment(site);
  const planner = await site.signedIn("planner");
  const slug = await piloting(site, planner, await site.signedIn("approver"), "Queue forecast");
  const technology = site.services.views.portfolio.bySlug(slug)?.id ?? "";
  return { site, planner, slug, technology, token: await tokenOf(site, planner.id, technology) };
}

export async function tokenOf(
  site: Site,
  person: string,
  technology: string | null,
  { days = 90, scopes = ["attach"] }: { readonly days?: number; readonly scopes?: readonly TokenScope[] } = {},
): Promise<string> {
  const token = await site.accounts.intakeTokens.create({ person, technology, scopes, name: "Nightly run", days });
  if (token === null) throw new Error("No token");
  return token;
}

type Files = Readonly<Record<string, string>>;

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly headers: Record<string, string>;
  readonly body: Readonly<Record<string, unknown>> & { readonly errors?: readonly Record<string, unknown>[] };
};

/** As curl would: no cookie, no Origin. */
export async function send(
  { site, slug, token }: Pick<Intake, "site" | "slug" | "token">,
  files: Files,
  fields: Files = { title: "Answers" },
  headers: Files = {},
): Promise<Answer> {
  const sent = supertest(site.app)
    .post(`/api/v1/technologies/${slug}/evidence`)
    .set("Authorization", `Bearer ${token}`)
    .set(headers);
  for (const [name, value] of Object.entries(fields)) void sent.field(name, value);
  for (const [name, content] of Object.entries(files)) void sent.attach("files", Buffer.from(content), name);
  return answerOf(await sent);
}

/** A problem document is JSON too, which supertest does not take for it. */
export const answerOf = ({ status, headers, text }: supertest.Response): Answer => ({
  status,
  type: (headers as Record<string, string>)["content-type"] ?? "",
  headers: headers,
  body: (text === "" ? {} : JSON.parse(text)) as Answer["body"],
});
