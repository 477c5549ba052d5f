/**
 * Where in a description something is, for people: `#/paths/~1permits/get/responses/404` is "GET /permits › responses › 404".
 */
export function placeText(pointer: string): string {
  const tokens = pointer
    .replace(/^#\/?/, "")
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const [part, path = "", method = "", ...rest] = tokens;
  if ((part !== "paths" && part !== "webhooks") || path === "") return tokens.join(" › ");
  return isMethod(method) ? [`${method.toUpperCase()} ${path}`, ...rest].join(" › ") : tokens.slice(1).join(" › ");
}

const isMethod = (token: string): boolean => /^(?:get|put|post|delete|options|head|patch|trace|query)$/.test(token);
