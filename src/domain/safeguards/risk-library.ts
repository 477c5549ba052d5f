import type { RiskFamily } from "../policy/safeguards/risk-register.ts";

/** The parts of the technical family. */
export const riskParts = ["feasibility", "standards", "algorithm", "protection"] as const;
type RiskPart = (typeof riskParts)[number];

export interface CommonRisk {
  readonly key: string;
  readonly family: RiskFamily;
  readonly part?: RiskPart;
}

/**
 * Risks that pilots of public bodies meet again and again, to begin from; their words are `risk-library:<key>`. A key stays
 * for good: statements name it, and what became of them is counted by it.
 */
export const commonRisks = [
  { key: "load-unlike-trial", family: "technical", part: "feasibility" },
  { key: "connection-lost", family: "technical", part: "feasibility" },
  { key: "old-system-interface", family: "technical", part: "feasibility" },
  { key: "restore-untried", family: "technical", part: "feasibility" },
  { key: "devices-wear", family: "technical", part: "feasibility" },
  { key: "standard-replaced", family: "technical", part: "standards" },
  { key: "own-format", family: "technical", part: "standards" },
  { key: "conformance-claimed", family: "technical", part: "standards" },
  { key: "data-drift", family: "technical", part: "algorithm" },
  { key: "groups-served-unequally", family: "technical", part: "algorithm" },
  { key: "suggestion-followed-blindly", family: "technical", part: "algorithm" },
  { key: "unexplained-result", family: "technical", part: "algorithm" },
  { key: "weak-component", family: "technical", part: "protection" },
  { key: "account-misused", family: "technical", part: "protection" },
  { key: "data-leaves", family: "technical", part: "protection" },
  { key: "remote-maintenance", family: "technical", part: "protection" },
  { key: "supplier-fails", family: "management" },
  { key: "one-person-knows", family: "management" },
  { key: "staff-untrained", family: "management" },
  { key: "cost-grows", family: "management" },
  { key: "sites-differ", family: "management" },
  { key: "no-way-back", family: "management" },
  { key: "scope-grows", family: "management" },
  { key: "older-people-left-out", family: "social" },
  { key: "counters-closed-early", family: "social" },
  { key: "trust-lost", family: "social" },
  { key: "work-displaced", family: "social" },
  { key: "language-barrier", family: "social" },
  { key: "no-legal-basis", family: "legal" },
  { key: "consent-not-free", family: "legal" },
  { key: "decision-not-contestable", family: "legal" },
  { key: "kept-too-long", family: "legal" },
  { key: "tender-challenged", family: "legal" },
] as const satisfies readonly CommonRisk[];

export type CommonRiskKey = (typeof commonRisks)[number]["key"];

export const commonRiskKeys: readonly CommonRiskKey[] = commonRisks.map(({ key }) => key);

export const commonRisk = (key: string): CommonRisk | undefined => commonRisks.find((risk) => risk.key === key);
