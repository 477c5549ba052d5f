import { adopted } from "./scenes/adopted.ts";
import { decided } from "./scenes/decided.ts";
import { piloting } from "./scenes/piloting.ts";
import { proposed } from "./scenes/proposed.ts";
import { rolling } from "./scenes/rolling.ts";
import type { Scene } from "./scenes/scene.ts";

/** Thirty-one technologies of an invented city, in every stage. Everything about them is generated. */
export const portfolio: readonly Scene[] = [...decided, ...rolling, ...piloting, ...proposed, ...adopted];
