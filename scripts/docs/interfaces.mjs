import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The members of an interface: name, type as it is written, and doc comment. */
export function membersOf(path, name) {
  const { source, node } = declarationOf(path, name);
  return node.members.map((member) => ({
    name: member.name.text,
    type: member.type,
    text: member.type.getText(source),
    comment: commentOf(member),
  }));
}

/** The members of the object type that a member holds, by their names. */
export function fieldsOf({ type }) {
  return new Map(type.members.map((field) => [field.name.text, field.type.getText().replaceAll(/\s+/g, ' ')]));
}

/** The declaration of a type as it stands in the source, for who reads it as TypeScript. */
export function sourceOf(path, name) {
  const { source, node } = declarationOf(path, name);
  return source.text.slice(node.jsDoc?.[0]?.pos ?? node.getStart(source), node.end).trim();
}

function declarationOf(path, name) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const node = source.statements.find(
    (each) => (ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each)) && each.name.text === name,
  );
  if (!node) throw new Error(`unable to describe ${name}; ${path} does not declare it`);
  return { source, node };
}

function commentOf(node) {
  return (ts.getTextOfJSDocComment(node.jsDoc?.[0]?.comment) ?? '').replaceAll(/\s+/g, ' ');
}
