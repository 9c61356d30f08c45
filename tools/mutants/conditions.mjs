// Conditions on the tenant in our own statements, and the same sources with a mark at each of them.
import ts from 'typescript';

/** Whether this object says which rows a statement is about: it is called `where`, is typed as such, or is part of one that is. */
const isWhere = (node) => {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type && /WhereInput$/.test(at.type.getText())) return true;
    if (ts.isPropertyAssignment(at) || ts.isVariableDeclaration(at)) {
      const name = at.name.getText();
      if (name === 'where') return true;
      // A compound key needs each of its parts.
      if (name.includes('_')) return false;
    } else if (ts.isCallExpression(at) || ts.isBlock(at)) return false;
  }
  return false;
};

/** What is found by a tenant's key alone cannot be asked for without it: that would not compile. */
const isItsKey = (object) => object.properties.length === 1 && ts.isCallExpression(object.parent.parent?.parent) && /\.(find\w*Unique\w*|update|upsert|delete)$/.test(object.parent.parent.parent.expression.getText());

const column = String.raw`(?:\w+\.)?tenant_id`;
/** `tenant_id = $1` in one piece of text, and one that ends with `tenant_id = ` before a value. */
const inText = new RegExp(String.raw`(?<!SET )\b${column} = \$\d`, 'g');
const beforeValue = new RegExp(String.raw`(?<!SET )\b${column} = $`);
const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

/** By what a statement on its way to the store is seen to bear a condition. No tenant is called so. */
export const markOf = (name) => `condition ${name}`;

/** What it belongs to, which keeps its name when lines move: a method, a function or a constant. */
const holderOf = (node) => {
  for (let at = node.parent; at; at = at.parent) if (ts.isMethodDeclaration(at) || ts.isFunctionDeclaration(at) || (ts.isVariableDeclaration(at) && ts.isSourceFile(at.parent.parent.parent))) return at.name.getText();
  return '';
};

/** Where each condition begins and ends, and what stands there with its mark. */
const edits = (file, text) => {
  const found = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  let holder;
  const add = (begins, ends, marked) => found.push({ begins, ends, marked, place: `${file} ${holderOf(holder)}` });
  const bearing = (condition, name, quote) => `(${condition} AND ${condition.split(' = ')[0]} <> ${quote}${markOf(name)}${quote})`;
  const visit = (node) => {
    holder = node;
    if (ts.isObjectLiteralExpression(node) && isWhere(node) && !isItsKey(node))
      for (const property of node.properties)
        if ((ts.isShorthandPropertyAssignment(property) || ts.isPropertyAssignment(property)) && property.name.getText() === 'tenantId' && property.initializer?.kind !== ts.SyntaxKind.NullKeyword)
          add(property.getStart(), property.end, (name) => `tenantId: globalThis.bearing('${markOf(name)}', ${property.initializer?.getText() ?? 'tenantId'})`);
    if (isText(node))
      for (const { index, 0: condition } of node.getText().matchAll(inText)) add(node.getStart() + index, node.getStart() + index + condition.length, (name) => bearing(condition, name, ts.isStringLiteral(node) ? String.raw`\'` : `'`));
    if (ts.isTemplateExpression(node))
      for (const [at, { expression }] of node.templateSpans.entries()) {
        const before = at === 0 ? node.head : node.templateSpans[at - 1].literal;
        const raw = before.getText().slice(0, -2);
        const condition = beforeValue.exec(raw)?.[0];
        if (condition) add(before.getStart() + raw.length - condition.length, expression.end + 1, (name) => bearing(`${condition}\${${expression.getText()}}`, name, `'`));
      }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.sort((a, b) => a.begins - b.begins);
};

/** Every condition of one source, by the name of where it stands. */
export const conditionsIn = (file, text) => {
  const onLine = new Map();
  return edits(file, text).map((edit) => {
    const line = text.slice(0, edit.begins).split('\n').length;
    onLine.set(line, (onLine.get(line) ?? 0) + 1);
    return { ...edit, name: `${file}:${line}${onLine.get(line) > 1 ? `#${onLine.get(line)}` : ''}`, condition: text.slice(edit.begins, edit.ends) };
  });
};

/** The source with a mark at each condition. */
export const withMarks = (file, text) => {
  let from = 0;
  const pieces = conditionsIn(file, text).flatMap(({ begins, ends, name, marked }) => {
    const piece = [text.slice(from, begins), marked(name)];
    from = ends;
    return piece;
  });
  return [...pieces, text.slice(from)].join('');
};

/** Which files have conditions: what is ours, and runs. */
export const isSource = (file) => /^(libs|apps\/(api|worker))\/.*(?<!\.spec|\.exam|\.d)\.ts$/.test(file) && file.includes('/src/') && !/\/(testing|generated)\/|^libs\/spec-database\//.test(file);
