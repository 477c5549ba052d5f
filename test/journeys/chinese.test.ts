import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { play } from "../support/journey-play.ts";

/** Under the policy that asks for safeguards; the other two stories go without. One approver reads English. */
play({
  name: "chinese",
  locale: "zh-CN",
  javaScript: true,
  policy: defaultPolicy,
  otherwise: { approver2: { locale: "en" } },
});
