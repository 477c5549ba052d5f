import { afterAll, beforeAll, expect, it } from "vitest";
import { linkOf } from "../../../src/application/collections/link.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { databaseOf } from "../../support/database.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Browser, Site } from "../../support/http.ts";
import { outsideAddresses } from "../../support/outside-addresses.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { codeOn, does, doesWith, hidden, openDoors, opening, pollOf, technologyId } from "./taking-part.ts";
import type { Consulting } from "./taking-part.ts";

let site: Site;
let about: Consulting;
let stranger: Browser;
const codes: string[] = [];

const written = ["Mrs Adams of the corner shop says no.", "My landlord would evict me for this."];
/** Who spoke for a group, which those who work here may read. */
const names = "Kasimir Ostrander, Bettina Vogelsang";

beforeAll(async () => {
  const clock = new HandClock();
  site = await startSite({}, clock);
  await withDepartment(site);
  const planner = await site.signedIn("planner");
  about = { site, planner, slug: await admitted(site, planner, await site.signedIn("approver"), "Queue screen") };
  stranger = site.browser();
  await openDoors(site, "pages", "consultations");
  await does(about, opening(about));
  await does(about, opening(about, { kind: "poll", title: "How often?", channels: ["page"], poll: pollOf("link", 9) }));
  const today = site.services.today();
  await does(about, opening(about, { kind: "hearing", title: "Heard", place: { text: "Great hall, ten o'clock" } }));
  for (const text of written) {
    const at = `/public/consultations/${about.slug}/k1/response`;
    const form = await stranger.get(at);
    codes.push(codeOn(await stranger.post(at, { ...hidden(form), text, go: "send" })));
  }
  await does(about, { type: "MakePoint", consultation: "k1", text: { text: "No" }, origin: "contributions" });
  await doesWith(about, codes[0] ?? "", { type: "PlaceContribution", points: ["p1"] });
  await doesWith(about, codes[1] ?? "", { type: "HideContribution", why: "personal-data" });
  clock.day(40);
  await does(about, {
    type: "MinuteHearing",
    consultation: "k3",
    heldOn: addDays(today, 29),
    groups: [{ group: "Shopkeepers", people: 2, serving: false, names: { text: names } }],
    minutes: { text: "Two spoke, and both asked for shorter hours." },
    document: null,
  });
  clock.day(2);
});
afterAll(() => site.stop());

it("an address for people outside shows what was written for them and nothing else, in either language", async () => {
  const { services } = site;
  const state = await services.views.technologyState(technologyId(about));
  const database = databaseOf(services);
  const texts = database.prepare<[], string>("SELECT text FROM private_text WHERE text IS NOT NULL").pluck().all();
  const link = await linkOf(services, { technology: technologyId(about), collection: "k2" });
  const open = (state?.consultations ?? []).flatMap((one) => JSON.stringify(one));
  const digests = new Map(
    database
      .prepare<[], { digest: string; text: string }>("SELECT digest, text FROM private_text WHERE text IS NOT NULL")
      .all()
      .map(({ digest, text }) => [text, digest]),
  );
  // What a consultation itself names is for everybody, but for those who spoke for a group.
  const forEverybody = texts.filter(
    (text) => text !== names && open.some((json) => json.includes(digests.get(text) ?? "-")),
  );
  expect(forEverybody.length).toBeGreaterThan(10);
  const secrets = [
    ...texts.filter((text) => !forEverybody.includes(text) && text.length > 3),
    ...services.views.people.all().map(({ id }) => id),
    ...codes,
    ...database.prepare<[], string>("SELECT hash FROM collection_code").pluck().all(),
  ];
  for (const secret of [...written, names]) expect(secrets).toContain(secret);
  const addresses = Object.entries(outsideAddresses(about.slug, "2222-2222-2222", link))
    .flatMap(([pattern, all]) => (pattern.startsWith("/p") ? all : []))
    .concat(`/public/consultations/${about.slug}/k3`, `/public/consultations/${about.slug}/k2/poll`);
  let pages = 0;
  for (const address of new Set(addresses))
    for (const language of ["en", "zh-CN"]) {
      const answer = await stranger.get(address, { "accept-language": language });
      pages += answer.status === 200 ? 1 : 0;
      const whole = `${answer.html}\n${answer.text}\n${JSON.stringify(answer.headers)}`;
      expect(
        secrets.filter((secret) => whole.includes(secret)),
        address,
      ).toEqual([]);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  expect(pages).toBeGreaterThan(20);
  // A code stands in an address of a poll, and the log has its pattern alone; a receipt code stands in none.
  for (const code of [link, ...codes]) expect(JSON.stringify(site.log())).not.toContain(code);
});

it("a receipt shows what its own writer wrote and nothing of anybody else's", async () => {
  const [mine = "", theirs = ""] = codes;
  for (const path of ["/public/consultations/receipt", "/public/consultations/receipt/proof"]) {
    const answer = await stranger.post(path, { code: mine });
    expect(answer.html).toContain(written[0]);
    for (const secret of [written[1] ?? "", theirs, ...site.services.views.people.all().map(({ id }) => id)])
      expect(answer.html).not.toContain(secret);
  }
});
