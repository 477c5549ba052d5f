import type { Rule } from "eslint";
import ts from "typescript";

/**
 * A lint rule: no function answers with text where it else answers with a value, for then the text is a failure in
 * disguise, and its callers have to know. A failure has a type of its own (Unreadable, Misuse), and a union that means
 * something has a name (Json, GroupLabel). Inferred answers count as written ones do; callbacks are their callers' business.
 */
export const failureIsNoText: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    messages: { text: "“{{type}}”: give the failure, or the union, a type with a name." },
  },
  create: (context) => {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices as Types;
    const checker = program.getTypeChecker();
    return Object.fromEntries(
      named.map((selector) => [
        selector,
        (node: Rule.Node) => {
          const type = answerOf(esTreeNodeToTSNodeMap.get(node), checker);
          if (!isTextOrValue(type)) return;
          context.report({ node, messageId: "text", data: { type: checker.typeToString(type) } });
        },
      ]),
    );
  },
};

/** What typescript-eslint knows of a file. */
interface Types {
  readonly program: ts.Program;
  readonly esTreeNodeToTSNodeMap: { get(node: Rule.Node): ts.SignatureDeclaration };
}

const named = [
  "FunctionDeclaration",
  "MethodDefinition > FunctionExpression",
  "VariableDeclarator > ArrowFunctionExpression",
  "ArrowFunctionExpression[returnType]",
];

function answerOf(declaration: ts.SignatureDeclaration, checker: ts.TypeChecker): ts.Type {
  const signature = checker.getSignatureFromDeclaration(declaration);
  const named = declaration.type !== undefined && !/\bstring\b/.test(declaration.type.getText());
  if (signature === undefined || named) return checker.getVoidType();
  const answer = checker.getReturnTypeOfSignature(signature);
  return checker.getAwaitedType(answer) ?? answer;
}

const text = ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral;
const words = text | ts.TypeFlags.StringLiteral | ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void;
/** What says by itself that it is a failure, or text of another kind. */
const says = new Set(["Unreadable", "Misuse", "Html"]);

function isTextOrValue(type: ts.Type): boolean {
  if (!type.isUnion() || type.aliasSymbol !== undefined) return false;
  const isValue = ({ flags, symbol }: ts.Type): boolean =>
    (flags & words) === 0 && !says.has((symbol as ts.Symbol | undefined)?.name ?? "");
  return type.types.some(({ flags }) => (flags & text) !== 0) && type.types.some(isValue);
}
