import tseslint from "typescript-eslint";

/** Words that say that there is something and not what it is. */
const nameless = "/^([Oo]ne|[Ff]ound|[Ss]aid|[Tt]old|[Kk]ept|[Ss]hown)$/";
const message = "Name what it holds.";
const namesTheThing = [
  { selector: `VariableDeclarator > Identifier.id[name=${nameless}]`, message },
  { selector: `:function > Identifier.params[name=${nameless}]`, message },
  { selector: `FunctionDeclaration > Identifier.id[name=${nameless}]`, message },
  { selector: `ArrayPattern > Identifier[name=${nameless}]`, message },
  { selector: `ObjectPattern > Property[shorthand=false] > Identifier.value[name=${nameless}]`, message },
  {
    selector: `:matches(TSTypeAliasDeclaration, TSInterfaceDeclaration, ClassDeclaration) > Identifier.id[name=${nameless}]`,
    message,
  },
];
/** What has statements is a function by name; an arrow is one expression, or is of a type that has a name. */
const statements = "VariableDeclarator:not([id.typeAnnotation]) > ArrowFunctionExpression[body.type='BlockStatement']";
const functionsByName = ["Program", "ExportNamedDeclaration"].map((above) => ({
  selector: `${above} > VariableDeclaration > ${statements}`,
  message: "Statements stand in a function declaration; an arrow is one expression.",
}));
const named = [
  { selector: "ExportDefaultDeclaration", message: "Name what you export." },
  { selector: "ExportAllDeclaration", message: "No barrels." },
];

/** What needs no types; what does is asked by oxlint (.oxlintrc.json) and by test/support/check-answers.ts, which are faster at it. */
export default tseslint.config(
  { ignores: ["node_modules", "data", "demo-data", "views/assets", "coverage"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strict],
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-syntax": ["error", ...named],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "no-console": "error",
    },
  },
  {
    files: ["src/**/*.ts", "db/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...named, ...namesTheThing, ...functionsByName] },
  },
  {
    files: ["src/domain/**/*.ts"],
    rules: {
      "no-restricted-imports": ["error", { patterns: ["node:*"] }],
      "no-restricted-globals": [
        "error",
        "process",
        "Buffer",
        "setTimeout",
        "setInterval",
        "crypto",
        "fetch",
        "performance",
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The domain has no clock: take the time from facts." },
        { object: "Math", property: "random", message: "The domain has no randomness." },
      ],
      "no-restricted-syntax": [
        "error",
        ...named,
        ...namesTheThing,
        ...functionsByName,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The domain has no clock." },
      ],
    },
  },
  {
    // A handler is read top to bottom on one screen.
    files: ["src/http/**/*.ts"],
    rules: {
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: false, skipComments: false, IIFEs: true }],
    },
  },
  {
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["src/cli.ts", "src/main.ts", "src/cli/**/*.ts", "test/bench/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
