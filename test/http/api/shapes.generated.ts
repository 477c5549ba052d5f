/* Made from the API's own document: `npx vitest run --project unit test/http/api/walk.test.ts -u`. */

export interface Shapes {
  Answer: Answer;
  Condition: Condition;
  Consultation: Consultation;
  ConsultationList: ConsultationList;
  CostPlan: CostPlan;
  CostPlanProposal: CostPlanProposal;
  CostReport: CostReport;
  CostStatement: CostStatement;
  Costs: Costs;
  Decision: Decision;
  DecisionList: DecisionList;
  Drill: Drill;
  Evidence: Evidence;
  EvidenceList: EvidenceList;
  Fulfilment: Fulfilment;
  Gate: Gate;
  History: History;
  ImposedCondition: ImposedCondition;
  ImposedConditionList: ImposedConditionList;
  Incident: Incident;
  IncidentDelivery: IncidentDelivery;
  IncidentList: IncidentList;
  IncidentReport: IncidentReport;
  NeedList: NeedList;
  NeedStatement: NeedStatement;
  PilotPlan: PilotPlan;
  PilotPlanNow: PilotPlanNow;
  PilotPlanProposal: PilotPlanProposal;
  Policy: Policy;
  Portfolio: Portfolio;
  Problem: Problem;
  Proposal: Proposal;
  Question: Question;
  QuestionList: QuestionList;
  Risk: Risk;
  RiskList: RiskList;
  Rollout: Rollout;
  RolloutPlan: RolloutPlan;
  Safeguard: Safeguard;
  SafeguardList: SafeguardList;
  Standard: Standard;
  StandardList: StandardList;
  Technology: Technology;
  TechnologySummary: TechnologySummary;
  Verdict: Verdict;
  Verdicts: Verdicts;
  Warning: Warning;
  WarningList: WarningList;
  Words: Words;
  WorkItem: WorkItem;
  WorkList: WorkList;
}
/**
 * What is answered.
 */
export interface Answer {
  text: string;
}
/**
 * A condition of a gate as it stands.
 */
export interface Condition {
  /**
   * Key of a condition.
   */
  condition: string;
  title: string;
  /**
   * unknown is never met.
   */
  status: "met" | "unmet" | "unknown" | "waived";
  /**
   * Why it stands so, as the page says it.
   */
  reason: string;
  /**
   * How to meet it; null once it is met.
   */
  remedy: string | null;
  owner: "planner" | "evaluator" | "approver" | "auditor" | "administrator";
  due: string | null;
  waivable: boolean;
  deferrable: boolean;
}
/**
 * A consultation with its points and its answer.
 */
export interface Consultation {
  /**
   * Number of the consultation within the technology.
   */
  consultation: string;
  kind: "written" | "hearing" | "poll";
  /**
   * ahead: announced; over: the answer is owed; overdue: it was owed.
   */
  state: "ahead" | "open" | "over" | "overdue" | "answered" | "withdrawn";
  title: string;
  question: Words;
  stillOpen: Words;
  settled: Words | null;
  audience: Words;
  papers: {
    name: Words;
    evidence: string;
    digest: string;
  }[];
  opensOn: string;
  closesOn: string;
  /**
   * The last day for the answer.
   */
  respondBy: string;
  /**
   * Why there was less time than the policy asks for; null where there was as much.
   */
  shorter: Words | null;
  channels: ("page" | "letter" | "phone" | "counter")[];
  amendments: {
    at: string;
    reason: Words | null;
  }[];
  /**
   * How many contributions came by which way, how many of them are hidden and why, and how many are in no point yet.
   */
  counts: {
    channels: {
      page: number;
      letter: number;
      phone: number;
      counter: number;
    };
    hidden: {
      abuse: number;
      "personal-data": number;
      unlawful: number;
      advertising: number;
      "off-topic": number;
    };
    unplaced: number;
  };
  points: {
    /**
     * Number of the point within the consultation.
     */
    point: string;
    origin: "contributions" | "minutes" | "poll";
    text: Words;
    /**
     * The point that this one has become a part of; null: it stands by itself.
     */
    into: string | null;
    /**
     * How many contributions are in it.
     */
    contributions: number;
    /**
     * Oldest first; the one that stands is the last.
     */
    answers: {
      disposition: "adopted" | "partly" | "not-adopted";
      reason: Words;
      /**
       * What was changed; null only where nothing was adopted.
       */
      change: {
        kind: "amendment" | "condition" | "safeguard" | "text";
        ref: string | null;
        text: Words | null;
      } | null;
      answeredAt: string;
    }[];
  }[];
  /**
   * When it was held and which groups were heard; null without minutes. Serving staff represent nobody.
   */
  hearing: {
    heldOn: string;
    groups: {
      group: string;
      people: number;
      serving: boolean;
    }[];
  } | null;
  poll: {
    /**
     * Null before it was counted. lower and upper are the ends of the 95 % interval by Wilson; those who answered chose to, and are no sample.
     */
    options: {
      option: Words;
      count: number | null;
      share: number | null;
      lower: number | null;
      upper: number | null;
    }[];
    /**
     * Codes given out; null where one link is for everybody, or before it was counted.
     */
    codesGiven: number | null;
    /**
     * Answers left out because the same device had answered before.
     */
    leftOut: number | null;
    /**
     * Of all answers; null before it was counted.
     */
    digest: string | null;
  } | null;
  withdrawn: Words | null;
  answer: {
    at: string;
    heard: Words;
    did: Words;
  } | null;
  /**
   * Of the ledger’s entry.
   */
  position: number;
}
/**
 * Words that people wrote: shown, withheld from the token’s person, erased on a legal ground, or missing from a damaged record.
 */
export interface Words {
  state: "shown" | "withheld" | "erased" | "missing";
  text: string | null;
}
/**
 * All consultations.
 */
export interface ConsultationList {
  consultations: Consultation[];
}
/**
 * A plan of costs.
 */
export interface CostPlan {
  /**
   * 1 for the first; a later plan has the next number.
   */
  number: number;
  on: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * How the cost at the end is estimated: what is left goes on as the work so far did, costs its budget, or both weigh on it.
   */
  estimate: "typical" | "one-off" | "both";
  packages: {
    /**
     * Number of the work package within the technology.
     */
    package: string;
    name: Words;
    part: "pilot" | "rollout";
    startsOn: string;
    endsOn: string;
    /**
     * In the currency of the plan, in whole hundredths.
     */
    budget: number;
  }[];
  /**
   * Why it took the place of the one before; null for the first.
   */
  reason: Words | null;
}
/**
 * A plan of costs to be locked.
 */
export interface CostPlanProposal {
  /**
   * How the cost at the end is estimated: what is left goes on as the work so far did, costs its budget, or both weigh on it.
   */
  estimate: "typical" | "one-off" | "both";
  /**
   * @minItems 1
   * @maxItems 40
   */
  packages: {
    name: string;
    part: "pilot" | "rollout";
    startsOn: string;
    endsOn: string;
    /**
     * In the currency of the plan, in whole hundredths.
     */
    budget: number;
  }[];
}
/**
 * A report on a plan of costs.
 */
export interface CostReport {
  asOf: string;
  lines: {
    package: string;
    /**
     * 0–1 of the work.
     */
    done: number;
    /**
     * In the currency of the plan, in whole hundredths.
     */
    spent: number;
  }[];
  text: Words | null;
  at: string;
  /**
   * Of the ledger’s entry.
   */
  position: number;
}
/**
 * What is reported.
 */
export interface CostStatement {
  asOf: string;
  /**
   * @maxItems 40
   */
  lines: {
    /**
     * Number of the work package within the technology.
     */
    package: string;
    /**
     * 0–1 of the work.
     */
    done: number;
    /**
     * In the currency of the plan, in whole hundredths.
     */
    spent: number;
  }[];
  text?: string | null;
}
/**
 * Costs and schedule.
 */
export interface Costs {
  plan: CostPlan | null;
  /**
   * On the plan in force, oldest first; of two as of one day the later.
   */
  reports: CostReport[];
  /**
   * By the newest report; null before the first.
   */
  standing: {
    asOf: string;
    /**
     * In the currency of the plan, in whole hundredths.
     */
    budget: number;
    /**
     * In the currency of the plan, in whole hundredths.
     */
    planned: number;
    /**
     * In the currency of the plan, in whole hundredths.
     */
    earned: number;
    /**
     * In the currency of the plan, in whole hundredths.
     */
    spent: number;
    /**
     * Earned by what was planned or spent: 1 is as planned, less is worse; null where it would divide by nothing.
     */
    costIndex: number | null;
    /**
     * Earned by what was planned or spent: 1 is as planned, less is worse; null where it would divide by nothing.
     */
    scheduleIndex: number | null;
    /**
     * Estimated cost at the end; null where it cannot be said.
     */
    estimate: number | null;
    /**
     * Negative where the work is ahead.
     */
    daysLate: number;
    done: boolean;
  } | null;
  reportDue: string | null;
}
/**
 * A decision with all it looked at.
 */
export interface Decision {
  /**
   * Of the ledger’s entry.
   */
  position: number;
  /**
   * The last part of its address.
   */
  technology: string;
  gate: "admission" | "completion" | "rollout" | "adoption";
  outcome: "approve" | "approve-with-conditions" | "return" | "reject";
  at: string;
  tier: "I" | "II" | "III" | "IV";
  /**
   * Version of the policy it was decided by.
   */
  policy: number;
  quorum: number;
  eligible: number;
  /**
   * Digest of conditions and verdict that the votes rest on.
   */
  ground: string;
  /**
   * Something has become of its ground that nobody has settled.
   */
  drifted: boolean;
  conditions: Condition[];
  imposed: {
    condition: string;
    text: Words;
    /**
     * Id of a person; names stay on the pages.
     */
    owner: string;
    dueOn: string;
  }[];
  verdict: Verdict | null;
  evidence: {
    evidence: string;
    digest: string;
  }[];
  votes: {
    /**
     * Id of a person; names stay on the pages.
     */
    person: string;
    onBehalfOf: string | null;
    option: "approve" | "approve-with-conditions" | "return" | "reject" | "abstain";
    reason: Words;
  }[];
  dissents: Words[];
  lessons: Words | null;
  /**
   * Version of every statistical method that took part.
   */
  methods: {
    [k: string]: string;
  };
}
/**
 * What the evidence says, by criterion and indicator.
 */
export interface Verdict {
  outcome: "pass" | "fail" | "not-enough-evidence";
  score: {
    mean: number;
    p05: number;
    p50: number;
    p95: number;
  };
  passMark: number;
  confidence: number;
  criteria: {
    criterion: string;
    state: "cleared" | "straddles" | "beyond" | "measured" | "unknown" | "not-applicable";
    floor: number | null;
    mean: number;
    lower: number;
    upper: number;
  }[];
  indicators: {
    indicator: string;
    criterion: string;
    state: "cleared" | "straddles" | "beyond" | "measured" | "unknown" | "not-applicable";
    unit: string;
    floor: number | null;
    estimate: number | null;
    lower: number | null;
    upper: number | null;
    observations: number | null;
    /**
     * Why nothing can be said; null where something can.
     */
    unknown: string | null;
    /**
     * Numbers of pieces of evidence.
     */
    evidence: string[];
  }[];
  /**
   * Codes of what the outcome rests on.
   */
  reasons: string[];
  expires: string | null;
}
/**
 * All decisions.
 */
export interface DecisionList {
  decisions: Decision[];
}
/**
 * A drill as it is reported.
 */
export interface Drill {
  on: string;
  minutes: number;
  text: string;
}
/**
 * A piece of evidence.
 */
export interface Evidence {
  /**
   * Number of the piece within the technology.
   */
  evidence: string;
  /**
   * SHA-256 over the digests of its files.
   */
  digest: string;
  kind:
    | "load"
    | "availability"
    | "volume"
    | "sus"
    | "umux-lite"
    | "seq"
    | "tasks"
    | "satisfaction"
    | "accessibility"
    | "outcomes"
    | "components"
    | "interface"
    | "document";
  role: "pilot" | "baseline";
  format: string;
  readerVersion: string;
  /**
   * How its columns were read; null where a reader knew them, or where it is not for the token’s person.
   */
  mapping: {
    [k: string]: unknown;
  } | null;
  from: string;
  to: string;
  /**
   * Of the ledger’s entry.
   */
  position: number;
  state: "in-force" | "withdrawn" | "expired";
  rows: number;
  rejectedRows: number;
  warnings: {
    code: string;
    message: string;
  }[];
  /**
   * Its page.
   */
  url: string;
}
/**
 * All pieces.
 */
export interface EvidenceList {
  evidence: Evidence[];
}
/**
 * How the condition was fulfilled.
 */
export interface Fulfilment {
  /**
   * Which approval set it, by its position; needed where several did.
   */
  decision?: number | null;
  text: string;
  /**
   * Numbers of pieces of evidence.
   *
   * @maxItems 50
   */
  evidence?: string[];
}
/**
 * A gate with its conditions.
 */
export interface Gate {
  gate: "admission" | "completion" | "rollout" | "adoption";
  /**
   * Votes can be cast now.
   */
  open: boolean;
  /**
   * The newest decision at this gate; null while it is open or before any.
   */
  decision: number | null;
  quorum: number;
  /**
   * That count.
   */
  votes: number;
  conditions: Condition[];
}
/**
 * A page of the history.
 */
export interface History {
  entries: {
    /**
     * Of the ledger’s entry.
     */
    position: number;
    at: string;
    /**
     * What kind of entry it is.
     */
    type: string;
    role: string;
    /**
     * As the history says it.
     */
    text: string;
  }[];
  total: number;
}
/**
 * What an approval asked for.
 */
export interface ImposedCondition {
  /**
   * Key of a condition.
   */
  condition: string;
  /**
   * Of the ledger’s entry.
   */
  decision: number;
  gate: "admission" | "completion" | "rollout" | "adoption";
  text: Words;
  /**
   * Id of a person; names stay on the pages.
   */
  owner: string;
  dueOn: string;
  fulfilledAt: string | null;
}
/**
 * All that approvals asked for.
 */
export interface ImposedConditionList {
  conditions: ImposedCondition[];
}
/**
 * An incident.
 */
export interface Incident {
  /**
   * Number of the incident within the technology.
   */
  incident: string;
  /**
   * 1 is the worst, 4 the least.
   */
  severity: number;
  occurredAt: string;
  /**
   * When somebody here knew of it; left out, when it happened.
   */
  learnedAt: string | null;
  dueOn: string;
  handledAt: string | null;
  closedAt: string | null;
  text: Words;
  /**
   * What the policy asks to be reported, handled and reviewed, each with its term. Those that are reports can be delivered.
   */
  duties: {
    /**
     * Key of a duty of the policy.
     */
    duty: string;
    name: string;
    /**
     * What was missing of an incomplete report.
     */
    supplement: boolean;
    /**
     * unknown is never in time.
     */
    state: "not-begun" | "running" | "in-time" | "incomplete" | "overdue" | "late" | "unknown";
    due: string | null;
  }[];
  /**
   * Of the ledger’s entry.
   */
  position: number;
}
/**
 * A report that went out.
 */
export interface IncidentDelivery {
  /**
   * Key of a duty of the policy.
   */
  duty: string;
  /**
   * A day, which counts from its beginning, or an instant with its offset.
   */
  deliveredAt: string;
  /**
   * False: what is missing follows within the supplement’s term.
   */
  complete?: boolean;
  /**
   * Number of a piece of evidence that shows it; needed where there is no text.
   */
  evidence?: string | null;
  text?: string | null;
}
/**
 * All incidents.
 */
export interface IncidentList {
  incidents: Incident[];
}
/**
 * What went wrong, when, and since when it is known.
 */
export interface IncidentReport {
  /**
   * 1 is the worst, 4 the least.
   */
  severity: 1 | 2 | 3 | 4;
  /**
   * A day, which counts from its beginning, or an instant with its offset.
   */
  occurredAt: string;
  /**
   * When somebody here knew of it; left out, when it happened.
   */
  learnedAt?: string | null;
  text: string;
}
/**
 * All needs.
 */
export interface NeedList {
  needs: {
    /**
     * Number of the need within the technology.
     */
    need: string;
    text: Words;
    /**
     * On the pilot of the plan in force; null before.
     */
    judgement: {
      coverage: "met" | "partly" | "not-met" | "not-tested";
      /**
       * Numbers of pieces of evidence.
       */
      evidence: string[];
      text: Words;
      at: string;
      /**
       * Of the ledger’s entry.
       */
      position: number;
    } | null;
  }[];
}
/**
 * The list of needs.
 */
export interface NeedStatement {
  /**
   * @minItems 1
   * @maxItems 30
   */
  needs: string[];
}
/**
 * A pilot plan as it stands, with its amendments.
 */
export interface PilotPlan {
  /**
   * 1 for the first; a later plan has the next number.
   */
  number: number;
  /**
   * Version of the policy it was decided by.
   */
  policy: number;
  lockedAt: string;
  /**
   * When the pilot was opened; null before.
   */
  openedOn: string | null;
  sites: Words;
  siteCount: number;
  startsOn: string;
  days: number;
  /**
   * Services whose availability counts, as the monitoring tool names them.
   */
  services: string[];
  /**
   * Latency level of the service, in milliseconds.
   */
  latencyMs: number;
  /**
   * Promised time to restore, in seconds; null: none promised.
   */
  restoreSeconds: number | null;
  /**
   * Review dates, ascending.
   */
  looks: string[];
  /**
   * By the indicator’s key. One that is not named stands as the policy has it; an optional one then does not apply.
   */
  indicators: {
    [k: string]: {
      applicable: boolean;
      reason: Words | null;
      /**
       * Stricter than the policy’s floor, in the indicator’s unit (shares 0–1); null: the policy’s.
       */
      floor: number | null;
      /**
       * Larger than the policy’s minimum sample; null: the policy’s.
       */
      minimumSample: number | null;
      /**
       * By how much the pilot may be worse than the baseline, in the indicator’s unit; null: not compared.
       */
      margin: number | null;
      /**
       * The floor may be cleared at any review date, by its e-value.
       */
      anytime: boolean;
    };
  };
  /**
   * How fairness is judged, named before the data; null where the plan does not choose that indicator.
   */
  fairness: {
    measure: "selection" | "tpr" | "fpr" | "ppv";
    favourable: "positive" | "negative";
    reference: string;
    groups: string[];
  } | null;
  /**
   * Groups of people who may need help, as the evidence names them.
   */
  assisted: string[];
  assistedWhy: Words | null;
  exit: Words;
  rollback: Words;
  amendments: {
    at: string;
    changed: string[];
    reason: Words;
    afterData: boolean;
  }[];
}
/**
 * The plan in force.
 */
export interface PilotPlanNow {
  /**
   * Null before one is locked.
   */
  plan: PilotPlan | null;
}
/**
 * A plan to be locked.
 */
export interface PilotPlanProposal {
  sites: string;
  siteCount: number;
  startsOn: string;
  days: number;
  /**
   * Services whose availability counts, as the monitoring tool names them.
   *
   * @maxItems 100
   */
  services?: string[];
  /**
   * Latency level of the service, in milliseconds.
   */
  latencyMs: number;
  /**
   * Promised time to restore, in seconds; null: none promised.
   */
  restoreSeconds?: number | null;
  /**
   * Review dates, ascending.
   *
   * @maxItems 20
   */
  looks: string[];
  /**
   * By the indicator’s key. One that is not named stands as the policy has it; an optional one then does not apply.
   */
  indicators?: {
    [k: string]: {
      applicable?: boolean;
      reason?: string | null;
      /**
       * Stricter than the policy’s floor, in the indicator’s unit (shares 0–1); null: the policy’s.
       */
      floor?: number | null;
      /**
       * Larger than the policy’s minimum sample; null: the policy’s.
       */
      minimumSample?: number | null;
      /**
       * By how much the pilot may be worse than the baseline, in the indicator’s unit; null: not compared.
       */
      margin?: number | null;
      /**
       * The floor may be cleared at any review date, by its e-value.
       */
      anytime?: boolean;
    };
  };
  /**
   * How fairness is judged, named before the data; null where the plan does not choose that indicator.
   */
  fairness?: {
    measure: "selection" | "tpr" | "fpr" | "ppv";
    favourable: "positive" | "negative";
    reference: string;
    /**
     * @maxItems 100
     */
    groups: string[];
  } | null;
  /**
   * Groups of people who may need help, as the evidence names them.
   *
   * @maxItems 100
   */
  assisted?: string[];
  assistedWhy?: string | null;
  exit: string;
  rollback: string;
}
/**
 * A published version of the policy.
 */
export interface Policy {
  version: number;
  publishedAt: string | null;
  /**
   * As it was published. New versions of the product add to it.
   */
  policy: {
    [k: string]: unknown;
  };
}
/**
 * A page of the list.
 */
export interface Portfolio {
  technologies: TechnologySummary[];
  /**
   * Of all that match, counted exactly up to 1,000.
   */
  count: number;
  /**
   * True: there are more than count.
   */
  countIsLeast: boolean;
}
/**
 * A technology as lists show it.
 */
export interface TechnologySummary {
  /**
   * The last part of its address.
   */
  slug: string;
  /**
   * Stays the same for good.
   */
  id: string;
  name: string;
  /**
   * Key of a department.
   */
  department: string;
  /**
   * Impact tier; IV is the gravest.
   */
  tier: "I" | "II" | "III" | "IV";
  /**
   * How far it is.
   */
  stage:
    | "proposed"
    | "piloting"
    | "evaluating"
    | "rolling-out"
    | "adopted"
    | "retired"
    | "withdrawn"
    | "rejected"
    | "stopped";
  /**
   * How far a file says it is that it was imported from; no decision here supports it.
   */
  asserted: ("piloting" | "evaluating" | "rolling-out" | "adopted" | "retired") | null;
  /**
   * Its rollout is held.
   */
  held: boolean;
  /**
   * The gate ahead; null where none is.
   */
  gate: ("admission" | "completion" | "rollout" | "adoption") | null;
  waitsForDecision: boolean;
  decideBy: string | null;
  /**
   * How many of the conditions of the gate ahead stand how.
   */
  conditions: {
    met: number;
    waived: number;
    unmet: number;
    unknown: number;
  };
  /**
   * What the evidence says.
   */
  outcome: ("pass" | "fail" | "not-enough-evidence") | null;
  /**
   * What comes next, and when.
   */
  next: {
    what: string;
    on: string;
  } | null;
  late: boolean;
  proposedAt: string;
  updatedAt: string;
  /**
   * Of its record; part of the ETag.
   */
  version: number;
  /**
   * Of the ledger’s entry.
   */
  position: number;
}
/**
 * A problem document (RFC 9457).
 */
export interface Problem {
  /**
   * urn:touchstone:problem:<code>; programs go by it.
   */
  type: string;
  title: string;
  status: number;
  detail: string;
  /**
   * By which the log knows the request.
   */
  instance: string;
  /**
   * Every reason: which field, in which file and row, by a stable code and in words.
   */
  errors?: {
    field?: string;
    file?: string;
    row?: number;
    code: string;
    message: string;
    headings?: string[];
  }[];
  /**
   * What files leave open, each with the field that answers it.
   */
  questions?: {
    about: string;
    message: string;
    answer: {
      field: string;
      oneOf?: string[];
      example: unknown;
    };
    [k: string]: unknown;
  }[];
}
/**
 * What is proposed; a figure that is null is not stated, never zero.
 */
export interface Proposal {
  name: string;
  summary: string;
  need: string;
  needOf: string;
  /**
   * Key of a department.
   */
  department: string;
  /**
   * Id of a person; names stay on the pages.
   */
  sponsor: string;
  demand?: {
    users?: number | null;
    requestsPerSecond?: number | null;
    recordsPerHour?: number | null;
  };
  cost?: {
    pilot?: number | null;
    annual?: number | null;
    /**
     * ISO 4217.
     */
    currency?: string;
  };
  /**
   * Impact tier; open counts as IV.
   */
  tier: "I" | "II" | "III" | "IV" | "open";
  /**
   * What it is in the first place; null where not said.
   */
  kind?: ("service" | "system" | "data" | "algorithm" | "device" | "infrastructure" | "security") | null;
  dataClass: "core" | "important" | "general" | "unstated";
  personalInformation: "none" | "general" | "sensitive" | "unstated";
  /**
   * @maxItems 100
   */
  standards?: string[];
  risks?: string | null;
  /**
   * Ids of technologies like this one that somebody has looked at.
   *
   * @maxItems 100
   */
  similarSeen?: string[];
  /**
   * Slug of the ended technology that it takes up again.
   */
  predecessor?: string | null;
}
/**
 * A question with its answers.
 */
export interface Question {
  /**
   * Number of the question within the technology.
   */
  question: string;
  about: ("admission" | "completion" | "rollout" | "adoption") | null;
  to: "proposers" | "evaluators" | "approvers";
  asked: {
    role: string;
    at: string;
    text: Words;
  };
  answers: {
    role: string;
    at: string;
    text: Words;
  }[];
  settled: {
    role: string;
    at: string;
    text: Words;
  } | null;
}
/**
 * All questions.
 */
export interface QuestionList {
  questions: Question[];
}
/**
 * A risk as it stands today.
 */
export interface Risk {
  /**
   * Number of the statement within the technology.
   */
  risk: string;
  name: string;
  family: string;
  /**
   * Before anything is done about it: VL, L, M, H, VH.
   */
  inherent: "VL" | "L" | "M" | "H" | "VH";
  /**
   * What is left by controls whose evidence stands today.
   */
  residual: "VL" | "L" | "M" | "H" | "VH";
  appetite: "VL" | "L" | "M" | "H" | "VH";
  aboveAppetite: boolean;
  acceptance: "none" | "asked" | "refused" | "standing" | "lapsed";
  treatment: {
    how: string;
    owner: string | null;
    by: string | null;
    doneOn: string | null;
    overdue: boolean;
  };
}
/**
 * All risks.
 */
export interface RiskList {
  risks: Risk[];
}
/**
 * A rollout with its waves.
 */
export interface Rollout {
  waves: {
    /**
     * Number of the wave.
     */
    wave: number;
    name: Words;
    /**
     * How many are reached: counters, hospitals, users.
     */
    reach: number;
    startsOn: string;
    state: "planned" | "open" | "complete" | "rolled-back";
    openedAt: string | null;
    completedAt: string | null;
  }[];
  /**
   * What is watched in every wave, with its limit in the indicator’s unit.
   */
  guards: {
    indicator: string;
    limit: number;
    minimumSample: number;
  }[];
  drills: {
    on: string;
    minutes: number;
    text: Words;
    /**
     * Of the ledger’s entry.
     */
    position: number;
  }[];
  /**
   * What the guards showed, in the order of the record.
   */
  assessments: {
    wave: number;
    indicator: string;
    state: "breached" | "within" | "too-few";
    estimate: number | null;
    lower: number | null;
    upper: number | null;
    limit: number;
    at: string;
    /**
     * Of the ledger’s entry.
     */
    position: number;
  }[];
  hold: {
    since: string;
    causes: ("guard" | "condition-overdue" | "clock-overdue" | "person")[];
    text: Words | null;
  } | null;
}
/**
 * Waves and guards as they are planned.
 */
export interface RolloutPlan {
  /**
   * @minItems 1
   * @maxItems 12
   */
  waves: {
    name: string;
    /**
     * How many are reached: counters, hospitals, users.
     */
    reach: number;
    startsOn: string;
  }[];
  /**
   * What is watched in every wave, with its limit in the indicator’s unit.
   *
   * @minItems 1
   * @maxItems 12
   */
  guards: {
    indicator: string;
    limit: number;
    minimumSample: number;
  }[];
}
/**
 * A kind of safeguard with its statements.
 */
export interface Safeguard {
  /**
   * Key of the kind.
   */
  safeguard: string;
  name: string;
  /**
   * Whether this technology needs one; unknown while nobody has said what that depends on.
   */
  applies: "yes" | "no" | "unknown";
  /**
   * Gates that ask for it.
   */
  askedAt: ("admission" | "completion" | "rollout" | "adoption")[];
  statements: {
    /**
     * Number of the statement within the technology.
     */
    item: string;
    state: "drafted" | "submitted" | "returned" | "in-force" | "lapsed" | "reopened" | "dropped";
    /**
     * Questions that are asked and not answered.
     */
    unanswered: string[];
    statedAt: string;
    reviewedAt: string | null;
    until: string | null;
  }[];
}
/**
 * All kinds of safeguards.
 */
export interface SafeguardList {
  safeguards: Safeguard[];
}
/**
 * A standard with its versions.
 */
export interface Standard {
  standard: string;
  kind: "architecture" | "interface" | "data" | "security" | "accessibility";
  /**
   * In both languages.
   */
  name: {
    en: string;
    zh: string;
  };
  owner: {
    person: string | null;
    department: string | null;
  };
  versions: {
    version: string;
    state: "draft" | "announced" | "in-force" | "deprecated" | "withdrawn";
    inForceOn: string | null;
    deprecatedOn: string | null;
    until: string | null;
    successor: string | null;
    link: string | null;
  }[];
}
/**
 * All standards.
 */
export interface StandardList {
  standards: Standard[];
}
/**
 * A technology with what was proposed.
 */
export interface Technology {
  /**
   * The last part of its address.
   */
  slug: string;
  /**
   * Stays the same for good.
   */
  id: string;
  name: string;
  /**
   * Key of a department.
   */
  department: string;
  /**
   * Impact tier; IV is the gravest.
   */
  tier: "I" | "II" | "III" | "IV";
  /**
   * How far it is.
   */
  stage:
    | "proposed"
    | "piloting"
    | "evaluating"
    | "rolling-out"
    | "adopted"
    | "retired"
    | "withdrawn"
    | "rejected"
    | "stopped";
  /**
   * How far a file says it is that it was imported from; no decision here supports it.
   */
  asserted: ("piloting" | "evaluating" | "rolling-out" | "adopted" | "retired") | null;
  /**
   * Its rollout is held.
   */
  held: boolean;
  /**
   * The gate ahead; null where none is.
   */
  gate: ("admission" | "completion" | "rollout" | "adoption") | null;
  waitsForDecision: boolean;
  decideBy: string | null;
  /**
   * How many of the conditions of the gate ahead stand how.
   */
  conditions: {
    met: number;
    waived: number;
    unmet: number;
    unknown: number;
  };
  /**
   * What the evidence says.
   */
  outcome: ("pass" | "fail" | "not-enough-evidence") | null;
  /**
   * What comes next, and when.
   */
  next: {
    what: string;
    on: string;
  } | null;
  late: boolean;
  proposedAt: string;
  updatedAt: string;
  /**
   * Of its record; part of the ETag.
   */
  version: number;
  /**
   * Of the ledger’s entry.
   */
  position: number;
  summary: Words;
  need: Words;
  needOf: Words;
  risks: Words | null;
  /**
   * Id of a person; names stay on the pages.
   */
  proposer: string;
  /**
   * Id of a person; names stay on the pages.
   */
  sponsor: string;
  /**
   * Slug of the ended technology that it takes up again.
   */
  predecessor: string | null;
  demand: {
    users: number | null;
    requestsPerSecond: number | null;
    recordsPerHour: number | null;
  };
  cost: {
    pilot: number | null;
    annual: number | null;
    currency: string;
  };
  /**
   * What it is in the first place; null where not said.
   */
  kind: ("service" | "system" | "data" | "algorithm" | "device" | "infrastructure" | "security") | null;
  dataClass: "core" | "important" | "general" | "unstated";
  personalInformation: "none" | "general" | "sensitive" | "unstated";
  standards: string[];
  passages: {
    stage:
      | "proposed"
      | "piloting"
      | "evaluating"
      | "rolling-out"
      | "adopted"
      | "retired"
      | "withdrawn"
      | "rejected"
      | "stopped";
    at: string;
    /**
     * Of the ledger’s entry.
     */
    position: number;
  }[];
  lessons: Words[];
}
/**
 * The verdicts of the review dates, and that of today.
 */
export interface Verdicts {
  looks: {
    look: number;
    of: number;
    at: string;
    /**
     * Of the ledger’s entry.
     */
    position: number;
    verdict: Verdict;
  }[];
  /**
   * What the evidence says today: not for decision.
   */
  interim: Verdict | null;
}
/**
 * A warning.
 */
export interface Warning {
  /**
   * The last part of its address.
   */
  technology: string;
  /**
   * Key of the kind.
   */
  kind: string;
  text: string;
  weight: "serious" | "notice";
  /**
   * A day, or an instant where days are too coarse.
   */
  from: string;
  /**
   * A day, or an instant where days are too coarse.
   */
  due: string | null;
  late: boolean;
  person: string | null;
  role: ("planner" | "evaluator" | "approver" | "auditor" | "administrator") | null;
  /**
   * What to do about it.
   */
  next: string;
}
/**
 * Warnings.
 */
export interface WarningList {
  warnings: Warning[];
}
/**
 * Something that waits for a person.
 */
export interface WorkItem {
  /**
   * The last part of its address.
   */
  technology: string;
  /**
   * Key of the kind.
   */
  kind: string;
  title: string;
  text: string;
  gate: ("admission" | "completion" | "rollout" | "adoption") | null;
  /**
   * Which one is meant, where there may be several.
   */
  subject: string | null;
  due: string | null;
  /**
   * Where it is due at an instant and not with the end of its day.
   */
  dueAt: string | null;
  late: boolean;
  since: string;
  /**
   * The page on which it is done.
   */
  url: string;
}
/**
 * What waits.
 */
export interface WorkList {
  work: WorkItem[];
}
