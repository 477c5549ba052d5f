/**
 * The same part of every chapter as one table. Does not compile where the table asks for a key that no chapter has, or
 * two chapters have the same one. What a key's value must be, each chapter's own type has checked.
 */
export const tableOf =
  <Table extends object>() =>
  <Part extends string, const L extends readonly { readonly [P in Part]: object }[]>(
    part: Part,
    chapters: L & OnceEach<keyof Table & string, L, Part>,
  ): Table =>
    Object.assign({}, ...chapters.map((chapter) => chapter[part])) as Table;

/** `unknown` where all is well, else a sentence about the key that is wrong. */
export type OnceEach<Keys extends string, L extends readonly object[], Part extends string> = [
  Exclude<Keys, KeysOf<L[number], Part>>,
] extends [never]
  ? [Twice<L, Part>] extends [never]
    ? unknown
    : `${Twice<L, Part>} stands in two chapters`
  : `${Exclude<Keys, KeysOf<L[number], Part>>} stands in no chapter`;

/** Of every member of a union by itself. */
type KeysOf<C, Part extends string> = C extends { readonly [P in Part]: infer Table } ? keyof Table & string : never;

type Twice<L extends readonly unknown[], Part extends string> = L extends readonly [infer First, ...infer Rest]
  ? (KeysOf<First, Part> & KeysOf<Rest[number], Part>) | Twice<Rest, Part>
  : never;
