/** Remembers answers for as long as a state (a ledger position, a day) stays the same, at most so many. */
export function answersPer(state: () => string, most = 200): <T>(name: string, compute: () => T) => T {
  const answers = new Map<string, unknown>();
  let of = "";
  return <T>(name: string, compute: () => T): T => {
    if (of !== state() || answers.size > most) {
      answers.clear();
      of = state();
    }
    if (!answers.has(name)) answers.set(name, compute());
    return answers.get(name) as T;
  };
}
