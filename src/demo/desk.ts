import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { attachEvidence } from "../application/attach-evidence.ts";
import { gateView } from "../application/gate.ts";
import { handle } from "../application/handle.ts";
import { onTechnology } from "../application/on-technology.ts";
import { onPerson } from "../application/on-person.ts";
import type { Outcome } from "../application/outcome.ts";
import { propose } from "../application/propose.ts";
import type { Raw, RawTechnologyCommand } from "../application/raw-command.ts";
import type { Services } from "../application/services.ts";
import { submitScores } from "../application/submit-scores.ts";
import type { ActingRole, Role } from "../domain/people/roles.ts";
import type { Gate } from "../domain/policy/policy.ts";
import type { EvidenceRole } from "../domain/technology/state/evidence.ts";
import type { Proposal } from "../domain/technology/state/proposal.ts";
import type { SheetItem } from "../domain/technology/state/evaluation.ts";
import type { VoteOption } from "../domain/technology/state/decision.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { EvidenceKind } from "../domain/evidence/kinds.ts";
import type { Bilingual, Member } from "./cast.ts";
import { bilingual, type Words } from "./words.ts";

/**
 * A person's hands on the product: everything the generated portfolio does goes through the same use cases as a
 * form, and a refusal stops the generation with its reasons.
 */
export class Desk {
  readonly services: Services;
  private readonly people: ReadonlyMap<string, { readonly id: string; readonly member: Member }>;
  readonly language: "en" | "zh";
  /** Messages about technologies, by technology and the name that their story has for them. */
  readonly heard = new Map<string, string>();
  /** What people said in consultations, by technology, consultation and the name that their story has for it. */
  readonly contributed = new Map<string, string>();
  /** Ids of what was attached, by technology and title. */
  private readonly pieces = new Map<string, string>();

  constructor(
    services: Services,
    people: ReadonlyMap<string, { readonly id: string; readonly member: Member }>,
    language: "en" | "zh",
  ) {
    this.services = services;
    this.people = people;
    this.language = language;
  }

  say(words: Bilingual | Words): { text: string } {
    return { text: (isPair(words) ? bilingual(words) : words)[this.language] };
  }

  id(login: string): string {
    return this.person(login).id;
  }

  /** The role of a person who has one only. */
  roleOf(login: string): Role {
    const [role] = this.person(login).member.roles;
    if (role === undefined) throw new Error(`${login} holds no role`);
    return role;
  }

  async propose(login: string, proposal: Raw<Proposal>, predecessor: string | null = null): Promise<string> {
    const outcome = await propose(this.services, { ...this.submission(login, "planner"), proposal, predecessor });
    const accepted = mustAccept(outcome, `propose by ${login}`);
    return accepted.stream.replace(/^technology-/, "");
  }

  async ask(login: string, role: ActingRole, technology: string, command: RawTechnologyCommand): Promise<void> {
    const outcome = await handle(this.services, this.submission(login, role), onTechnology(technology, command));
    mustAccept(outcome, `${command.type} by ${login}`);
  }

  /** Writes the file as a person would have it on a disk, then hands it in. Gives the piece's id. */
  async attach(
    login: string,
    technology: string,
    title: Bilingual | Words,
    content: Iterable<string>,
    { file = "file", evidenceRole = "pilot" }: { readonly file?: string; readonly evidenceRole?: EvidenceRole } = {},
  ): Promise<string> {
    const folder = await mkdtemp(join(this.services.config.dataDir, "generated-"));
    try {
      const path = join(folder, file);
      await pipeline(Readable.from(content), createWriteStream(path));
      const outcome = await attachEvidence(this.services, {
        ...this.submission(login, "planner"),
        technology,
        files: [{ path }],
        title: this.say(title),
        evidenceRole,
      });
      const accepted = mustAccept(outcome, `AttachEvidence ${this.say(title).text}`);
      const attached = accepted.events.find((event) => event.type === "EvidenceAttached");
      const evidence = attached === undefined ? "" : (attached.payload["evidence"] as string);
      this.pieces.set(`${technology} ${this.say(title).text}`, evidence);
      return evidence;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The piece that was last attached under a title. */
  attached(technology: string, title: Words): string {
    const piece = this.pieces.get(`${technology} ${this.say(title).text}`);
    if (piece === undefined) throw new Error(`Nothing is attached as ${title[0]}`);
    return piece;
  }

  /** The newest piece in force of a kind; none where there is none. */
  async newest(technology: string, kind: EvidenceKind): Promise<string[]> {
    const { evidence } = await this.state(technology);
    const newest = evidence.findLast((piece) => piece.kind === kind && piece.state === "in-force");
    return newest === undefined ? [] : [newest.evidence];
  }

  async score(login: string, technology: string, items: readonly Raw<SheetItem>[]): Promise<void> {
    const outcome = await submitScores(this.services, { ...this.submission(login, "evaluator"), technology, items });
    mustAccept(outcome, `SubmitScores by ${login}`);
  }

  /** One vote on the ground as it stands now. */
  async vote(
    login: string,
    technology: string,
    gate: Gate,
    option: VoteOption,
    reason: Bilingual | Words,
    { lessons = null, onBehalfOf = null }: { lessons?: Bilingual | Words | null; onBehalfOf?: string | null } = {},
  ): Promise<void> {
    const view = await gateView(this.services, technology, gate);
    if (view === null) throw new Error(`No gate ${gate} on ${technology}`);
    await this.ask(login, "approver", technology, {
      type: "CastVote",
      gate,
      option,
      reason: this.say(reason),
      ground: view.ground,
      onBehalfOf: onBehalfOf === null ? null : this.id(onBehalfOf),
      lessons: lessons === null ? null : this.say(lessons),
    });
  }

  /** Approvers vote in turn until the gate closes by itself. */
  async decide(
    technology: string,
    gate: Gate,
    option: VoteOption,
    reason: Bilingual,
    lessons: Bilingual | null = null,
  ): Promise<void> {
    for (const login of ["approver", "approver2", "approver4", "approver5", "approver3"]) {
      await this.vote(login, technology, gate, option, reason, { lessons });
      const state = await this.state(technology);
      if (state.decisions.some((decided) => decided.gate === gate && decided.outcome === option)) return;
    }
    throw new Error(`Gate ${gate} of ${technology} stayed open`);
  }

  /** For some days another approver acts with the office of one who is away. */
  async nameDeputy(login: string, deputy: string, from: string, until: string): Promise<void> {
    const command = { type: "NameDeputy", deputy: this.id(deputy), from, until } as const;
    const outcome = await handle(this.services, this.submission(login, "approver"), onPerson(this.id(login), command));
    mustAccept(outcome, `NameDeputy by ${login}`);
  }

  async state(technology: string): Promise<Technology> {
    await this.services.views.catchUp();
    const state = await this.services.views.technologyState(technology);
    if (state === null) throw new Error(`No technology ${technology}`);
    return state;
  }

  submission(login: string, role: ActingRole) {
    const { id, member } = this.person(login);
    return { actor: { id, roles: member.roles }, role, commandId: randomUUID() };
  }

  private person(login: string): { readonly id: string; readonly member: Member } {
    const person = this.people.get(login);
    if (person === undefined) throw new Error(`Nobody signs in as ${login}`);
    return person;
  }
}

type Accepted = Extract<Outcome, { kind: "accepted" }>;

export function mustAccept(outcome: { readonly kind: string }, what: string): Accepted {
  if (outcome.kind === "accepted") return outcome as Accepted;
  throw new Error(`The generator was refused: ${what}: ${JSON.stringify(outcome)}`);
}

const isPair = (words: Bilingual | Words): words is Words => Array.isArray(words);
