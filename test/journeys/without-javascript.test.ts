import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { play } from "../support/journey-play.ts";

play({ name: "without-javascript", locale: "en", javaScript: false, typefaces: false, policy: defaultPolicy });
