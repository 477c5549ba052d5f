/** The latest answers by their key, each worked out once even while several ask; one that failed is asked anew. */
function cached<T>(most: number): (key: string, work: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key, work) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work();
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    const oldest = answers.size > most ? answers.keys().next().value : undefined;
    if (oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

/** The same for several owners, each with answers of its own that go when it goes. */
export function keptBeside<T>(most: number): (owner: object, key: string, work: () => Promise<T>) => Promise<T> {
  const owners = new WeakMap<object, ReturnType<typeof cached<T>>>();
  return (owner, key, work) => {
    const answers = owners.get(owner) ?? cached<T>(most);
    owners.set(owner, answers);
    return answers(key, work);
  };
}
