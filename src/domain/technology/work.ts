import { parts } from "./chapters.ts";
import type { Listed } from "./chapters.ts";
import { inOrder } from "./manifest/in-order.ts";
import type { WorkGround, WorkItem, WorkRule } from "./manifest/work.ts";
import { isEnd } from "./state/stage.ts";
import type { Technology } from "./state/technology.ts";

export type WorkKind = KindsOf<Listed>;

type KindsOf<C> = C extends { readonly work: readonly { readonly items: (...of: never) => readonly (infer Item)[] }[] }
  ? Item extends WorkItem<infer Kind>
    ? Kind
    : never
  : never;

/** What waits in one technology, and for whom. Whether the person may is decided once they try. */
export const workItems = (t: Technology, ground: WorkGround): readonly WorkItem<WorkKind>[] =>
  (isEnd(t.stage) ? afterEnd : rules).flatMap(({ items }) => items(t, ground) as readonly WorkItem<WorkKind>[]);

const rules = inOrder<WorkRule>(parts.flatMap((chapter) => chapter.work ?? []));
const afterEnd = rules.filter((rule) => rule.afterEnd === true);
