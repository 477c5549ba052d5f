import fc from "fast-check";
import { expect, it } from "vitest";
import { isUnplaced } from "../../../src/domain/contributions/contribution.ts";
import type { Contribution, ContributionCommand } from "../../../src/domain/contributions/contribution.ts";
import { contributions } from "../../../src/domain/contributions/contribution-stream.ts";
import { consultation as condition } from "../../../src/domain/gates/consultation.ts";
import { dossierOf } from "../../../src/domain/gates/dossier-of.ts";
import { thePublic } from "../../../src/domain/people/the-public.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { payloadFault } from "../../../src/domain/stream.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import { evolve } from "../../../src/domain/technology/evolve.ts";
import { contributionChannels, hidingReasons, noCounts } from "../../../src/domain/technology/state/consultations.ts";
import type { ContributionCounts } from "../../../src/domain/technology/state/consultations.ts";
import type { Technology, TechnologyCommand } from "../../../src/domain/technology/state/technology.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { by, digest, people, piloting, start, stateAfter, text } from "../../support/technology.ts";
import { adopted, consultationTerms, hearingTerms, notAdopted, pollTerms } from "../technology/consultation-stories.ts";

type Asked = (today: string) => TechnologyCommand;

const k = fc.constantFrom("k1", "k1", "k1", "k2");
const p = fc.constantFrom("p1", "p2", "p3");
const kinds = { written: consultationTerms, hearing: hearingTerms, poll: pollTerms };

const opening = fc
  .record({
    kind: fc.constantFrom("written", "written", "hearing", "poll"),
    days: fc.integer({ min: 1, max: 40 }),
    online: fc.boolean(),
  })
  .map(({ kind, days, online }): Asked => (today) => {
    const closesOn = addDays(today, days);
    const terms = kinds[kind]({
      opensOn: today,
      closesOn,
      respondBy: addDays(closesOn, 20),
      shorter: text("urgent"),
      channels: online ? ["page"] : ["page", "letter"],
    });
    return { type: "OpenConsultation", ...terms };
  });

const command: fc.Arbitrary<Asked> = fc.oneof(
  opening,
  fc
    .record({ consultation: k })
    .map((of): Asked => () => ({ type: "WithdrawConsultation", reason: text("no"), ...of })),
  fc
    .record({ consultation: k, origin: fc.constantFrom("contributions", "minutes", "poll") })
    .map((of): Asked => () => ({ type: "MakePoint", text: text("said"), ...of })),
  fc.record({ consultation: k, point: p, into: p }).map((of): Asked => () => ({ type: "JoinPoints", ...of })),
  fc
    .record({ consultation: k, point: p, yes: fc.boolean() })
    .map(({ yes, ...of }): Asked => () => ({ type: "AnswerPoint", ...of, ...(yes ? adopted : notAdopted) })),
  fc
    .record({ consultation: k })
    .map((of): Asked => () => ({ type: "AnswerConsultation", heard: text("h"), did: text("d"), ...of })),
  fc.record({ consultation: k, serving: fc.boolean() }).map(({ consultation, serving }): Asked => (today) => ({
    type: "MinuteHearing",
    consultation,
    heldOn: today,
    groups: [{ group: "traders", people: 2, serving, names: null }],
    minutes: text("minutes"),
    document: null,
  })),
  fc
    .record({ consultation: k })
    .map((of): Asked => () => ({ type: "CountPoll", counts: [1, 2], leftOut: 0, digest: digest("answers"), ...of })),
  fc.constant<Asked>(() => ({ type: "CountContributions" })),
);

const ofContribution = fc.oneof(
  fc.record({ type: fc.constant("PlaceContribution"), points: fc.uniqueArray(p, { maxLength: 2 }) }),
  fc.record({ type: fc.constant("HideContribution"), why: fc.constantFrom(...hidingReasons) }),
  fc.record({ type: fc.constant("ShowContribution"), reason: fc.constant(text("again")) }),
) as fc.Arbitrary<ContributionCommand>;

const step = fc.oneof(
  { weight: 1, arbitrary: opening.map((asked) => ({ kind: "technology" as const, asked })) },
  {
    weight: 3,
    arbitrary: fc
      .subarray(["count", "minutes", "point", "place", "answer"] as const)
      .map((skipped) => ({ kind: "diligent" as const, skipped })),
  },
  command.map((asked) => ({ kind: "technology" as const, asked })),
  fc
    .record({ consultation: k, page: fc.boolean() })
    .map(({ consultation, page }) => ({ kind: "write" as const, consultation, page })),
  fc.record({ n: fc.nat(1), command: ofContribution }).map((of) => ({ kind: "contribution" as const, ...of })),
);

const steps = fc.array(
  fc.record({
    later: fc.constantFrom(0, 0, 1, 5, 20),
    actor: fc.constantFrom("pia", "pia", "pia", "pete", "ada", "eva"),
    step,
  }),
  { minLength: 15, maxLength: 40, size: "max" },
);

it("meets no gate with anything unanswered, whatever is done by whomever and when", () => {
  let metOnce = 0;
  fc.assert(
    fc.property(opening, steps, (begins, all) => {
      let today = addDays(start, 5);
      let position = 1000;
      let t: Technology = stateAfter(...piloting());
      const written: { state: Contribution | null; text: string }[] = [];

      const counts = (): { readonly [id: string]: ContributionCounts } =>
        Object.fromEntries(
          t.consultations.map(({ consultation: id }) => [
            id,
            {
              ...noCounts,
              channels: Object.fromEntries(
                contributionChannels.map((channel) => [
                  channel,
                  written.filter(({ state }) => state?.consultation === id && state.channel === channel).length,
                ]),
              ) as ContributionCounts["channels"],
              unplaced: written.filter(
                ({ state }) => state?.consultation === id && isUnplaced(state.points.length, state.hidden?.why ?? null),
              ).length,
            },
          ]),
        );
      const factsOf = (actor: string) => ({
        ...by(actor, 0, { contributions: counts() }),
        now: `${today}T12:00:00.000Z`,
        today,
      });
      const entered = (actor: string) => {
        position += 1;
        return { position, version: position, time: `${today}T12:00:00.000Z`, actor, role: "planner" as const };
      };
      const onTechnology = (actor: string, asked: TechnologyCommand) => {
        const system = asked.type === "CountPoll" || asked.type === "CountContributions";
        const f = factsOf(actor);
        const decision = decide(t, asked, system ? { ...f, actor: { id: "system", roles: [] } } : f);
        if (decision.kind === "rejected") return;
        for (const event of decision.events) t = evolve(t, { ...event, ...entered(system ? "system" : actor) });
      };
      const onContribution = (at: { state: Contribution | null }, actor: string, asked: ContributionCommand) => {
        const { now, people: everyone } = factsOf("pia");
        const dayOf = (instant: string) => instant.slice(0, 10);
        const roles = people.find(({ id }) => id === actor)?.roles ?? [];
        const f = { now, today, people: everyone, actor: { id: actor, roles }, dayOf, technology: t };
        const decision = contributions.decide(at.state, asked, f);
        if (decision.kind === "rejected") return;
        for (const event of decision.events) {
          expect(payloadFault(contributions, { ...event, payload: event.payload as unknown as JsonObject })).toBeNull();
          at.state = contributions.evolve(at.state, { ...event, ...entered(actor) });
        }
        onTechnology("pia", { type: "CountContributions" });
      };

      onTechnology("pia", begins(today));
      for (const { later, actor, step: asked } of all) {
        today = addDays(today, later);
        if (asked.kind === "diligent") allThatIsOwed(asked.skipped);
        else if (asked.kind === "technology") onTechnology(actor, asked.asked(today));
        else if (asked.kind === "write") {
          const words = `words ${written.length}`;
          const at: { state: Contribution | null; text: string } = { state: null, text: text(words) };
          const channel = asked.page ? "page" : "letter";
          onContribution(at, asked.page ? thePublic : actor, {
            type: "ReceiveContribution",
            technology: "t1",
            consultation: asked.consultation,
            channel,
            receivedOn: today,
            text: text(words),
          });
          if (at.state !== null) written.push(at);
        } else {
          const at = written[asked.n];
          if (at !== undefined) onContribution(at, actor, asked.command);
        }
        // Time alone tells what is over: the sweep counts.
        onTechnology("pia", { type: "CountContributions" });
        check();
      }

      /** What somebody does who does it right, but for what they skip; between such steps, everything else happens. */
      function allThatIsOwed(skipped: readonly string[]): void {
        const does = (what: string): boolean => !skipped.includes(what);
        for (const { consultation, kind } of t.consultations) {
          const of = { consultation };
          if (does("count"))
            onTechnology("pia", { type: "CountPoll", counts: [1, 2], leftOut: 0, digest: digest("answers"), ...of });
          const groups = [{ group: "traders", people: 2, serving: false, names: null }];
          if (does("minutes"))
            onTechnology("pia", {
              type: "MinuteHearing",
              heldOn: today,
              groups,
              minutes: text("m"),
              document: null,
              ...of,
            });
          const origin = kind === "written" ? "contributions" : kind === "poll" ? "poll" : "minutes";
          if (does("point")) onTechnology("pia", { type: "MakePoint", text: text("said"), origin, ...of });
          const points = t.consultations.find((asking) => asking.consultation === consultation)?.points ?? [];
          for (const at of written)
            if (does("place") && at.state?.consultation === consultation && at.state.points.length === 0)
              onContribution(at, "pia", {
                type: "PlaceContribution",
                points: points.slice(0, 1).map(({ point }) => point),
              });
          if (does("answer"))
            for (const { point } of points) onTechnology("pia", { type: "AnswerPoint", point, ...notAdopted, ...of });
          onTechnology("pia", { type: "AnswerConsultation", heard: text("h"), did: text("d"), ...of });
        }
      }

      function check(): void {
        const { status } = condition(dossierOf("rollout", t, defaultPolicy, { today }));
        for (const { state, text: words } of written) {
          expect(state?.text).toBe(words);
          const asking = t.consultations.find(({ consultation: id }) => id === state?.consultation);
          expect(state?.points.every((point) => asking?.points.some((known) => known.point === point))).toBe(true);
        }
        if (status !== "met") return;
        metOnce += 1;
        const counting = t.consultations.filter(({ withdrawn }) => withdrawn === null);
        expect(counting.length).toBeGreaterThan(0);
        for (const asking of counting) {
          expect(asking.answered).not.toBeNull();
          expect(today > asking.closesOn).toBe(true);
          for (const point of asking.points) if (point.into === null) expect(point.answers.length).toBeGreaterThan(0);
          if (asking.kind !== "written") expect(asking.points.length).toBeGreaterThan(0);
          if (asking.kind === "hearing") expect(asking.minutes?.groups.some(({ serving }) => !serving)).toBe(true);
          expect(counts()[asking.consultation]?.unplaced ?? 0).toBe(0);
        }
      }
    }),
    { numRuns: 250 },
  );
  // A model that never gets there would keep every law.
  expect(metOnce).toBeGreaterThan(0);
});
