import ts from "typescript";

/**
 * No function answers with text where it else answers with a value, for then the text is a failure in disguise, and its
 * callers have to know. A failure has a type of its own (Unreadable, Misuse), and a union that means something has a name
 * (Json, GroupLabel). Inferred answers count as written ones do; callbacks are their callers' business.
 * @returns of each function that does: its file and line, and what it answers
 */
export function textsForFailures(program: ts.Program, isOurs: (file: string) => boolean): readonly string[] {
  const checker = program.getTypeChecker();
  const faults: string[] = [];
  function visit(node: ts.Node, file: ts.SourceFile): void {
    const type = answers(node) ? answerOf(node, checker) : null;
    if (type !== null && isTextOrValue(type)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const union = checker.typeToString(type);
      faults.push(`${file.fileName}:${line}: “${union}”: give the failure, or the union, a type with a name`);
    }
    ts.forEachChild(node, (child) => {
      visit(child, file);
    });
  }
  for (const file of program.getSourceFiles()) if (isOurs(file.fileName)) visit(file, file);
  return faults;
}

/** A function or method with a body, an arrow with a name, or one that says what it answers. */
function answers(node: ts.Node): node is ts.SignatureDeclaration {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.body !== undefined;
  return ts.isArrowFunction(node) && (ts.isVariableDeclaration(node.parent) || node.type !== undefined);
}

function answerOf(declaration: ts.SignatureDeclaration, checker: ts.TypeChecker): ts.Type | null {
  const signature = checker.getSignatureFromDeclaration(declaration);
  const named = declaration.type !== undefined && !/\bstring\b/.test(declaration.type.getText());
  if (signature === undefined || named) return null;
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
