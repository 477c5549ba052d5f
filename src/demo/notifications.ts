import type { Services } from "../application/services.ts";
import { usualPreferences } from "../domain/mails/preferences.ts";
import type { Member } from "./cast.ts";

type People = ReadonlyMap<string, { readonly id: string; readonly member: Member }>;

/**
 * What a planner and an approver chose on their account's pages: addresses of calendars, and mails on working mornings. No
 * mail server is set up here, and the pages say so.
 */
export async function chooseNotifications({ mailReaders, accounts }: Services, people: People): Promise<void> {
  const mornings = { ...usualPreferences, hour: 8, days: ["1", "2", "3", "4", "5"] } as const;
  for (const login of ["planner", "approver"]) {
    const person = people.get(login);
    if (person === undefined) continue;
    await mailReaders.save(person.id, mornings);
    await accounts.feedTokens.create(person.id, null);
    await accounts.feedTokens.create(person.id, person.member.department);
  }
}
