// The names of properties that only the plugin's own code knows: a build may give them shorter ones.
//
// A name is the plugin's own if every use of it, by its type, is a property that src declares, and no value that has the property goes
// where its name counts: into a package, the app, a document, saved data or a message. Whoever reads such a value from there says its
// type by a cast or a type guard. The names of code that is bundled stay as well, because it is built together with the plugin's.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Characters; shorter names gain nothing. */
const SHORTEST = 3;

/** Objects in objects are looked at so far. */
const DEEPEST = 4;

const NOT_CHECKED = ts.TypeFlags.Any | ts.TypeFlags.Unknown;
/** Says nothing about the names of what it holds. */
const CONTAINERS = new Set(['ConcatArray', 'Iterable', 'Promise', 'PromiseLike', 'ReadonlyArray', 'WeakKey']);
/** Functions of these take their arguments by their names, whatever their types say. */
const READERS = /^(?:Object|Reflect|JSON)\./;

/** All own names of a project: `files` are its sources, `bundled` the code of packages that is built with them. */
export function ownNames({
  files,
  options,
  bundled = [],
  isReader = () => false,
  program = ts.createProgram(files, options),
}) {
  const finder = new OwnNames(program, new Set(files), isReader);
  for (const file of program.getSourceFiles()) if (finder.isOwnFile(file)) finder.visit(file);
  const foreign = new Set(bundled.flatMap(propertiesIn));
  return [...finder.used].filter(
    (name) => name.length >= SHORTEST && !finder.kept.has(name) && !foreign.has(name),
  );
}

/** The sources and options that a file `tsconfig.json` names. */
export function projectOf(tsconfig) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, host);
  return { files: fileNames, options };
}

class OwnNames {
  used = new Set();
  kept = new Set();
  walked = new Set();

  constructor(program, files, isReader) {
    this.checker = program.getTypeChecker();
    this.files = files;
    this.isReader = isReader;
  }

  isOwnFile(file) {
    return this.files.has(file.fileName) && !file.isDeclarationFile;
  }

  visit(node) {
    if (ts.isPropertyAccessExpression(node))
      this.use(node.name, [this.checker.getSymbolAtLocation(node.name)]);
    else if (ts.isBindingElement(node)) this.visitBinding(node);
    else if (ts.isObjectLiteralExpression(node)) this.visitLiteral(node);
    else if (ts.isElementAccessExpression(node)) this.keepNamesIn(this.typeOf(node.argumentExpression));
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword)
      this.keepNamesIn(this.typeOf(node.left));
    else if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword)
      this.keepNamesIn(this.typeOf(node));
    else if (ts.isAsExpression(node)) this.visitCast(node);
    else if (ts.isTypePredicateNode(node) && node.type !== undefined) this.leaves(this.typeOf(node.type));
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.visitCall(node);
    else if (isMember(node)) this.visitMember(node);
    // What is taken apart is given to nothing yet.
    if (ts.isExpression(node) && !ts.isBindingPattern(node.parent.name ?? node)) {
      const expected = this.checker.getContextualType(node);
      if (expected !== undefined) this.flows(this.typeOf(node), expected);
    }
    ts.forEachChild(node, (child) => {
      this.visit(child);
    });
  }

  visitBinding(node) {
    if (!ts.isObjectBindingPattern(node.parent) || node.dotDotDotToken !== undefined) return;
    const key = node.propertyName ?? node.name;
    if (ts.isIdentifier(key)) this.use(key, this.propertiesOf(this.typeOf(node.parent), key.text));
  }

  visitLiteral(node) {
    const expected = this.checker.getContextualType(node);
    for (const { name } of node.properties) {
      if (name === undefined) continue;
      if (!ts.isIdentifier(name)) this.keepQuoted(name);
      // Nothing is expected of it yet: what it is given to is looked at there.
      else if (expected === undefined || isParameter(expected)) this.used.add(name.text);
      else this.use(name, this.propertiesOf(expected, name.text));
    }
  }

  visitCast(node) {
    if (ts.isConstTypeReference(node.type)) return;
    const from = this.typeOf(node.expression);
    const isOwn = (from.flags & NOT_CHECKED) === 0 && this.isOwn(from.getSymbol());
    if (!isOwn) this.leaves(this.typeOf(node.type));
  }

  visitCall(node) {
    const signature = this.checker.getResolvedSignature(node);
    const declaration = signature?.declaration;
    // The types that are meant for the parameters of a generic function are known here alone.
    for (const [index, argument] of (node.arguments ?? []).entries()) {
      const parameter = signature?.parameters[index];
      if (parameter !== undefined)
        this.flows(this.typeOf(argument), this.checker.getTypeOfSymbolAtLocation(parameter, node));
    }
    if (declaration !== undefined && this.isDeclaredHere(declaration)) return;
    for (const [index, argument] of (node.arguments ?? []).entries()) {
      // It is called from outside, with what its parameters say.
      if (ts.isArrowFunction(argument) || ts.isFunctionExpression(argument))
        for (const { type } of argument.parameters) if (type !== undefined) this.leaves(this.typeOf(type));
      if (!this.isPassedOn(node, declaration, index)) this.leaves(this.typeOf(argument));
    }
  }

  /** A value of one type is taken as one of the other: of what both declare, either all is the project's own or nothing. */
  flows(from, to, depth = 0) {
    if (from === to || depth > DEEPEST || isParameter(from) || isParameter(to)) return;
    if ((to.flags & NOT_CHECKED) !== 0) this.leaves(from);
    else if ((from.flags & NOT_CHECKED) !== 0) this.leaves(to);
    else if (to.isUnion() || from.isUnion())
      for (const one of partsOf(from)) for (const other of partsOf(to)) this.flows(one, other, depth);
    else if ((from.flags & to.flags & ts.TypeFlags.Object) !== 0) this.flowsByProperties(from, to, depth);
  }

  flowsByProperties(from, to, depth) {
    const pair = `${from.id} ${to.id}`;
    if (this.walked.has(pair)) return;
    this.walked.add(pair);
    if (to.getStringIndexType() !== undefined && !isClass(from)) this.leaves(from);
    for (const [index, value] of this.checker.getTypeArguments(from).entries()) {
      const taken = this.checker.getTypeArguments(to)[index];
      if (taken !== undefined) this.flows(value, taken, depth + 1);
    }
    this.flowsByCalls(from.getCallSignatures()[0], to.getCallSignatures()[0], depth);
    for (const property of to.getProperties()) {
      const given = this.checker.getPropertyOfType(from, property.name);
      if (given === undefined || given === property) continue;
      const roots = [...this.rootsOf(property), ...this.rootsOf(given)];
      if (!roots.every((symbol) => this.isOwn(symbol))) this.kept.add(property.name);
      else this.flows(this.checker.getTypeOfSymbol(given), this.checker.getTypeOfSymbol(property), depth + 1);
    }
  }

  /** Whether a function of a package only holds the argument, whatever it is, and gives it back: `push`, `set`, `signal`. */
  isPassedOn(call, declaration, index) {
    if (declaration === undefined || READERS.test(call.expression.getText())) return false;
    if (this.isReader(declaration.getSourceFile().fileName)) return false;
    const parameter = declaration.parameters[Math.min(index, declaration.parameters.length - 1)];
    if (parameter === undefined) return false;
    const type = this.typeOf(parameter);
    const isRest = parameter.dotDotDotToken !== undefined && this.checker.isArrayType(type);
    return this.isContainer(isRest ? this.checker.getTypeArguments(type)[0] : type);
  }

  isContainer(type) {
    if (type.isUnion()) return type.types.every((part) => this.isContainer(part));
    if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return false;
    if (isParameter(type) || (type.flags & ts.TypeFlags.Object) === 0) return true;
    if (type.getCallSignatures().length > 0 || (type.aliasTypeArguments ?? []).length > 0) return true;
    if (this.checker.isArrayType(type))
      return this.checker.getTypeArguments(type).every((part) => this.isContainer(part));
    return CONTAINERS.has(type.getSymbol()?.name);
  }

  /** Functions are called with what the other type says, and give what their own says. */
  flowsByCalls(from, to, depth) {
    if (from === undefined || to === undefined) return;
    this.flows(from.getReturnType(), to.getReturnType(), depth + 1);
    for (const [index, parameter] of from.parameters.entries()) {
      const given = to.parameters[index];
      if (given !== undefined)
        this.flows(this.checker.getTypeOfSymbol(given), this.checker.getTypeOfSymbol(parameter), depth + 1);
    }
  }

  visitMember(node) {
    if (!ts.isIdentifier(node.name)) {
      this.keepQuoted(node.name);
      return;
    }
    const name = node.name.text;
    const inherited = (node.parent.heritageClauses ?? [])
      .flatMap(({ types }) => types)
      .flatMap((type) => this.propertiesOf(this.typeOf(type), name))
      .filter((symbol) => symbol !== undefined);
    this.use(node.name, inherited);
    if (!this.isDeclaredHere(node)) this.kept.add(name);
  }

  /** Notes a use of a name, as each of these properties. */
  use(name, symbols) {
    this.used.add(name.text);
    const roots = symbols.flatMap((symbol) => this.rootsOf(symbol));
    if (!roots.every((symbol) => this.isOwn(symbol))) this.kept.add(name.text);
  }

  /** The properties of the name that a value of the type may have; undefined stands for one that is not declared. */
  propertiesOf(type, name) {
    if (type === undefined) return [undefined];
    const found = partsOf(type)
      .map((part) => this.checker.getPropertyOfType(this.checker.getApparentType(part), name))
      .filter((symbol) => symbol !== undefined);
    const isIndexed = partsOf(type).some((part) => part.getStringIndexType() !== undefined);
    return isIndexed || found.length === 0 ? [...found, undefined] : found;
  }

  /** A value of the type goes where the names of its properties count. The plugin's own classes are only carried there. */
  leaves(type) {
    if (this.walked.has(type)) return;
    this.walked.add(type);
    if (type.isUnionOrIntersection()) type.types.forEach((part) => this.leaves(part));
    else if (isParameter(type)) this.leaves(this.checker.getBaseConstraintOfType(type) ?? type);
    else if (this.checker.isArrayType(type) || this.checker.isTupleType(type))
      this.checker.getTypeArguments(type).forEach((part) => this.leaves(part));
    else if ((type.flags & ts.TypeFlags.Object) !== 0 && !isClass(type)) this.leavesWithProperties(type);
  }

  leavesWithProperties(type) {
    const values = type.getStringIndexType();
    if (values !== undefined) this.leaves(values);
    for (const property of type.getProperties()) {
      if (!this.rootsOf(property).some((symbol) => this.isOwn(symbol))) continue;
      this.kept.add(property.name);
      this.leaves(this.checker.getTypeOfSymbol(property));
    }
  }

  keepQuoted(name) {
    if (ts.isStringLiteral(name)) this.kept.add(name.text);
    else if (ts.isComputedPropertyName(name)) this.keepNamesIn(this.typeOf(name.expression));
  }

  /** The names are read as text. */
  keepNamesIn(type) {
    const names = this.checker.getBaseConstraintOfType(type) ?? type;
    for (const part of partsOf(names)) if (part.isStringLiteral()) this.kept.add(part.value);
  }

  typeOf(node) {
    return this.checker.getTypeAtLocation(node);
  }

  rootsOf(symbol) {
    const roots = symbol === undefined ? [] : this.checker.getRootSymbols(symbol);
    return roots.length === 0 ? [symbol] : roots;
  }

  isOwn(symbol) {
    const declarations = symbol?.declarations ?? [];
    return declarations.length > 0 && declarations.every((declaration) => this.isDeclaredHere(declaration));
  }

  /** Whether it is declared in the project's sources; what they declare of another module or of the window is not their own. */
  isDeclaredHere(declaration) {
    if (!this.isOwnFile(declaration.getSourceFile())) return false;
    for (let node = declaration; node !== undefined; node = node.parent)
      if (ts.isModuleDeclaration(node)) return false;
    return true;
  }
}

const partsOf = (type) => (type.isUnion() ? type.types : [type]);

const isParameter = (type) => (type.flags & ts.TypeFlags.TypeParameter) !== 0;

const isClass = (type) => (type.getSymbol()?.declarations ?? []).some((one) => ts.isClassDeclaration(one));

const isMember = (node) =>
  ts.isMethodDeclaration(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isPropertySignature(node) ||
  ts.isMethodSignature(node) ||
  ts.isGetAccessor(node) ||
  ts.isSetAccessor(node) ||
  (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent));

/** The names of properties in a script. */
function propertiesIn(path) {
  const names = [];
  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node))
      names.push(node.name.text);
    else if (ts.isShorthandPropertyAssignment(node)) names.push(node.name.text);
    else if (ts.isBindingElement(node)) names.push((node.propertyName ?? node.name).text);
    else if (ts.isStringLiteral(node)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS),
  );
  return names;
}
