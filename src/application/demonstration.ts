import type { PersonId } from "../domain/words/text.ts";

/**
 * What only a demonstration has: people whom a visitor may be without a password, jobs to try, files to try them with.
 * It is opened by the command `demo` on a folder that bears its mark, and by nothing else; a server of real data has none,
 * and no setting gives it one.
 */
export interface Demonstration {
  readonly people: readonly DemoPerson[];
  /** The jobs as far as they are done, by what is on record. */
  readonly jobs: () => Promise<readonly DemoJob[]>;
  /** The code of a questionnaire that anybody can fill in at once; null where none takes answers. */
  readonly questionnaire: () => Promise<string | null>;
  /** A sample file, made for the clock's day; null where none is called so. */
  readonly sample: (file: string) => Promise<Iterable<string> | null>;
}

interface DemoPerson {
  readonly login: string;
  readonly person: PersonId;
}

export interface DemoJob {
  readonly key: string;
  readonly login: string;
  readonly steps: readonly DemoStep[];
}

interface DemoStep {
  readonly key: string;
  readonly name: string;
  /** Address of the page where it is done. */
  readonly href: string;
  readonly files: readonly string[];
  readonly done: boolean;
}
