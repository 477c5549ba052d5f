import type { Limits } from "../limits.ts";
import type { AccessibilityMeasurement, Violations } from "../../domain/evidence/measurement.ts";

export type Impact = keyof Violations;

const impacts: readonly Impact[] = ["minor", "moderate", "serious", "critical"];

/** axe-core's word for the harm; a finding without one is serious. */
export function impactOf(value: unknown): Impact {
  return impacts.find((impact) => impact === value) ?? "serious";
}

interface Page {
  /** The worst impact of each failed rule or criterion. */
  readonly failed: Map<string, Impact>;
  readonly review: Set<string>;
}

/** Findings by page, each rule once a page however many elements, runs or auditors found it. */
export class Pages {
  readonly #limits: Limits;
  readonly #pages = new Map<string, Page>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  failed(page: string, rule: string, impact: Impact): void {
    this.#limits.take("rule", rule);
    const { failed } = this.page(page);
    const known = failed.get(rule);
    if (known === undefined || impacts.indexOf(impact) > impacts.indexOf(known)) failed.set(rule, impact);
  }

  toReview(page: string, rule: string): void {
    this.#limits.take("rule", rule);
    this.page(page).review.add(rule);
  }

  /** Notes that a page was tested, whether or not anything was found. */
  page(name: string): Page {
    const known = this.#pages.get(name);
    if (known !== undefined) return known;
    this.#limits.take("page", name);
    const fresh: Page = { failed: new Map(), review: new Set() };
    this.#pages.set(name, fresh);
    return fresh;
  }

  figures(): Pick<AccessibilityMeasurement, "kind" | "pages" | "violations" | "needsReview"> {
    const violations = { critical: 0, serious: 0, moderate: 0, minor: 0 };
    let needsReview = 0;
    for (const { failed, review } of this.#pages.values()) {
      for (const impact of failed.values()) violations[impact] += 1;
      needsReview += review.size;
    }
    return { kind: "accessibility", pages: this.#pages.size, violations, needsReview };
  }
}
