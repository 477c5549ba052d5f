import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { onContribution } from "../../../src/application/consultations/on-contribution.ts";
import { contributionIdOf, parseReceiptCode } from "../../../src/application/receipt-code.ts";
import { handle } from "../../../src/application/handle.ts";
import { onOutside } from "../../../src/application/on-outside.ts";
import { onTechnology } from "../../../src/application/on-technology.ts";
import type { Raw, RawTechnologyCommand } from "../../../src/application/raw-command.ts";
import type { ContributionCommand } from "../../../src/domain/contributions/contribution.ts";
import type { Door } from "../../../src/domain/outside/doors.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import type { Page, Site } from "../../support/http.ts";

type Opening = Extract<RawTechnologyCommand, { readonly type: "OpenConsultation" }>;

/** An administrator lets people without an account in. */
export async function openDoors(site: Site, ...doors: readonly Door[]): Promise<void> {
  await openDoorsBy(site, (await site.add("administrator")).id, ...doors);
}

/** @param id of somebody who administers */
export async function openDoorsBy(site: Pick<Site, "services">, id: string, ...doors: readonly Door[]): Promise<void> {
  await site.services.views.catchUp();
  const by = { actor: { id, roles: ["administrator"] as const }, role: "administrator" as const };
  for (const door of doors.filter((shut) => !site.services.views.outside.isOpen(shut))) {
    const outcome = await handle(
      site.services,
      { ...by, commandId: randomUUID() },
      onOutside({ type: "OpenDoor", door }),
    );
    expect(outcome.kind).toBe("accepted");
  }
}

/** A technology with somebody who runs its consultations. */
export interface Consulting {
  readonly site: Pick<Site, "services">;
  readonly planner: { readonly id: string };
  readonly slug: string;
}

export const technologyId = ({ site, slug }: Pick<Consulting, "site" | "slug">): string =>
  site.services.views.portfolio.bySlug(slug)?.id ?? "";

const byPlanner = ({ planner }: Pick<Consulting, "planner">) => ({
  actor: { id: planner.id, roles: ["planner"] as const },
  role: "planner" as const,
  commandId: randomUUID(),
});

/** What the planner does with a consultation, as its pages would enter it. */
export async function does(about: Consulting, command: RawTechnologyCommand): Promise<void> {
  const { site } = about;
  await site.services.views.catchUp();
  const outcome = await handle(site.services, byPlanner(about), onTechnology(technologyId(about), command));
  expect(outcome).toMatchObject({ kind: "accepted" });
  await site.services.views.catchUp();
}

/** And with what somebody said, who holds this receipt code. */
export async function doesWith(about: Consulting, code: string, command: Raw<ContributionCommand>): Promise<void> {
  const contribution = contributionIdOf(parseReceiptCode(code) ?? "");
  const task = onContribution({ contribution, technology: technologyId(about) }, command);
  expect(await handle(about.site.services, byPlanner(about), task)).toMatchObject({ kind: "accepted" });
}

/** Thirty days from today on. */
export const opening = ({ site }: Pick<Consulting, "site">, over: Partial<Opening> = {}): Opening => ({
  type: "OpenConsultation",
  kind: "written",
  title: "Opening hours by forecast",
  question: { text: "Shall counters open by forecast?" },
  stillOpen: { text: "The hours themselves." },
  settled: { text: "That the forecast is kept." },
  audience: { text: "Everybody who comes to a counter." },
  papers: [],
  opensOn: site.services.today(),
  closesOn: addDays(site.services.today(), 29),
  respondBy: addDays(site.services.today(), 90),
  channels: ["page", "letter"],
  how: { text: "Town hall, room 4" },
  shorter: null,
  place: null,
  poll: null,
  ...over,
});

export const pollOf = (way: "codes" | "link", most: number | null = null): NonNullable<Opening["poll"]> => ({
  options: [
    { option: { text: "Every day" } },
    { option: { text: "On some days" } },
    { option: { text: "Not at all" } },
  ],
  way,
  most,
});

/** What a form of the page holds beside what is typed. */
export const hidden = (page: Page) => ({ commandId: page.value("commandId"), code: page.value("code") });

/** The receipt code that a page shows. */
export const codeOn = (page: Page): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(page.text)?.[0] ?? "";
