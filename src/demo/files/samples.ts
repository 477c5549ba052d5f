import type { ListedComponent } from "./components.ts";
import type { DescribedInterface } from "./openapi.ts";
import type { GroupOutcomes } from "./people.ts";

/** One level of a load test: users at a time, requests as a multiple of the demand, minutes, median answer in ms, share that fails. */
export type Level = readonly [threads: number, share: number, minutes: number, medianMs: number, failing?: number];

/** A file as some tool or person would have left it on a disk, by the figures it is generated from. */
export type Sample =
  | LoadSample
  | { readonly kind: "locust-history"; readonly file: string; readonly levels: readonly Level[] }
  | { readonly kind: "load-table"; readonly file: string; readonly levels: readonly Level[] }
  | OutageSample
  | {
      readonly kind: "sus";
      readonly file: string;
      readonly shape: "wide" | "long" | "words";
      readonly people: number;
      /** Score the answers aim at, 0–100, and its spread over the people. */
      readonly mean: number;
      readonly sd: number;
      /** How these people are numbered; "r" where absent. Who answered before counts once. */
      readonly prefix?: string;
      /** The first so many of them are of this group. */
      readonly first?: readonly [group: string, people: number];
    }
  | {
      readonly kind: "tasks";
      readonly file: string;
      readonly people: number;
      /** Chance that a participant finishes a task unaided. */
      readonly success: number;
      readonly tasks: readonly [string, ...string[]];
    }
  | { readonly kind: "umux"; readonly file: string; readonly people: number; readonly mean: number }
  | {
      readonly kind: "seq";
      readonly file: string;
      readonly people: number;
      readonly mean: number;
      readonly tasks: readonly [string, ...string[]];
    }
  | {
      readonly kind: "volume";
      readonly file: string;
      readonly runs: number;
      /** Records an hour as a multiple of the stated volume. */
      readonly share: number;
      readonly minutes: number;
    }
  | { readonly kind: "ratings"; readonly file: string; readonly people: number; readonly mean: number }
  | {
      readonly kind: "audit";
      readonly file: string;
      readonly pages: readonly string[];
      /** Failed criteria: page, criterion, impact. */
      readonly failed: readonly (readonly [page: string, criterion: string, impact: string])[];
    }
  | { readonly kind: "paper"; readonly file: string; readonly lines: readonly string[] }
  | { readonly kind: "openapi"; readonly file: string; readonly describes: DescribedInterface }
  | { readonly kind: "components"; readonly file: string; readonly components: readonly ListedComponent[] }
  | { readonly kind: "outcomes"; readonly file: string; readonly groups: readonly GroupOutcomes[] };

export interface LoadSample {
  readonly kind: "load";
  readonly tool: "jmeter" | "k6-csv" | "k6-json" | "gatling";
  readonly file: string;
  readonly asks: readonly [string, ...string[]];
  readonly levels: readonly Level[];
  /** How far answers lie apart: the standard deviation of their logarithm; 0.35 where absent. */
  readonly spread?: number;
  /** How much the rate wanders around its level, 0–1. */
  readonly wobble?: number;
  /** Share of ten-second spells in which the service stalls, 0–1. */
  readonly stalling?: number;
}

export interface OutageSample {
  readonly kind: "outages";
  readonly tool: "outages" | "service-desk" | "probes" | "kuma";
  readonly file: string;
  /** Number of the service in the plan, day of the pilot, hour, minutes. */
  readonly down: readonly Window[];
  /** The same, announced five days before. */
  readonly planned?: readonly Window[];
}

export type Window = readonly [service: number, day: number, hour: number, minutes: number];
