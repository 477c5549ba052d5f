import type { InterfaceRuleName } from "../../domain/evidence/interface-rules.ts";
import { infoFields, isStyled, nameStyles } from "../../domain/standards/rule-set.ts";
import { isRecord } from "./description.ts";
import type { JsonRecord } from "./description.ts";
import type { Place } from "./finding.ts";
import { escaped, resolved } from "./operations.ts";
import type { Operation } from "./operations.ts";
import { addressesOf } from "./servers.ts";

/** What a standard may ask for, and what the house asks beside that which OpenAPI itself says. */
export function housePlaces(description: JsonRecord, operations: readonly Operation[]): readonly Place[] {
  return [
    ...infoPlaces(description),
    ...serverPlaces(description),
    ...versionPlaces(description),
    ...(operations.length === 0 ? [{ rule: "no-operations", pointer: "#/paths" } as const] : []),
    ...(isOld(description) ? [{ rule: "old-version", pointer: "#/swagger" } as const] : []),
    ...operations.flatMap((operation) => operationPlaces(description, operation)),
  ];
}

const isOld = (description: JsonRecord): boolean => "swagger" in description;

function infoPlaces(description: JsonRecord): readonly Place[] {
  const info = isRecord(description["info"]) ? description["info"] : {};
  return infoFields
    .filter((field) => !isFilled(info[field]))
    .map((field) => ({ rule: `info-field.${field}`, pointer: "#/info" }) as const);
}

/** A text that is not blank, or a part with one. */
const isFilled = (value: unknown): boolean =>
  typeof value === "string" ? value.trim() !== "" : isRecord(value) && Object.values(value).some(isFilled);

function serverPlaces(description: JsonRecord): readonly Place[] {
  const addresses = addressesOf(description);
  const full = addresses.filter(({ url }) => /^[a-z][a-z0-9+.-]*:\/\//i.test(url));
  const plain = full.filter(({ url }) => !/^https:/i.test(url));
  const unsafe = addresses.filter(({ url }) => !/^https:\/\//i.test(url));
  return [
    ...plain.map(({ pointer }) => ({ rule: "plain-http", pointer }) as const),
    ...(full.length === 0 ? [{ rule: "no-server", pointer: "#/servers" } as const] : []),
    // Whoever names no address has not shown that it is a safe one.
    ...(addresses.length === 0 ? [{ pointer: "#/servers" }] : unsafe).map(
      ({ pointer }) => ({ rule: "servers-https", pointer }) as const,
    ),
  ];
}

const versioned = /\/v[0-9]+(?:\.[0-9]+)*(?:\/|$)/i;

function versionPlaces(description: JsonRecord): readonly Place[] {
  const addresses = addressesOf(description).filter(({ pointer }) => /^#\/(?:servers|basePath)/.test(pointer));
  if (addresses.length > 0 && addresses.every(({ url }) => versioned.test(url))) return [];
  const paths = isRecord(description["paths"]) ? Object.keys(description["paths"]) : [];
  return paths
    .filter((path) => path.startsWith("/") && !versioned.test(path))
    .map((path) => ({ rule: "versioned-path", pointer: `#/paths/${escaped(path)}` }));
}

function operationPlaces(description: JsonRecord, { pointer, operation, path, method }: Operation): readonly Place[] {
  const { summary, description: described, operationId } = operation;
  const at = (rule: InterfaceRuleName): Place => ({ rule, pointer });
  return [
    ...(isFilled(summary) || isFilled(described) ? [] : [at("operation-described")]),
    ...nameStyles
      .filter((style) => typeof operationId !== "string" || !isStyled(operationId, style))
      .map((style) => at(`operation-id.${style}`)),
    // Who calls a webhook is told by the other side.
    ...(path === null || saysWho(description, operation) ? [] : [at("security-declared")]),
    ...(method === "head" ? [] : faultPlaces(description, pointer, operation)),
  ];
}

/** An empty list, or a way with no scheme in it, says that nobody has to prove who they are. */
function saysWho(description: JsonRecord, operation: JsonRecord): boolean {
  const ways = operation["security"] ?? description["security"];
  return Array.isArray(ways) && ways.every((way) => isRecord(way) && Object.keys(way).every((name) => isScheme(name)));

  function isScheme(name: string): boolean {
    const components = isRecord(description["components"]) ? description["components"] : {};
    const schemes = components["securitySchemes"] ?? description["securityDefinitions"];
    return isRecord(schemes) && Object.hasOwn(schemes, name);
  }
}

const problem = "application/problem+json";

/** Answers 4xx and 5xx that are no problem documents (RFC 9457). */
function faultPlaces(description: JsonRecord, pointer: string, operation: JsonRecord): readonly Place[] {
  const answers = isRecord(operation["responses"]) ? Object.entries(operation["responses"]) : [];
  const faults = answers.filter(([code]) => /^[45]/.test(code));
  if (faults.length === 0) return [{ rule: "fault-answer", pointer }];
  return faults
    .filter(([, answer]) => !isProblem(description, operation, answer))
    .map(([code]) => ({ rule: "problem-documents", pointer: `${pointer}/responses/${escaped(code)}` }));
}

function isProblem(description: JsonRecord, operation: JsonRecord, answer: unknown): boolean {
  if (isOld(description)) {
    const produces = operation["produces"] ?? description["produces"];
    return Array.isArray(produces) && produces.includes(problem);
  }
  const response = resolved(description, answer);
  return isRecord(response) && isRecord(response["content"]) && Object.hasOwn(response["content"], problem);
}
