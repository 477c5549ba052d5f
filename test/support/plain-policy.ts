import { publishDefaultPolicy } from "../../src/application/default-policy.ts";
import type { Services } from "../../src/application/services.ts";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";

/** Stories that are not about safeguards begin without them. */
export const publishPlainPolicy = (services: Services): Promise<void> => publishDefaultPolicy(services, plainPolicy);
