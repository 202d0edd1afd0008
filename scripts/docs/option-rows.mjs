import { readFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import ts from 'typescript';

const table = 'src/config/options.ts';

/** The option table as it is told to people: each option with its names, what it takes, its default and its comment. */
export async function optionRows() {
  const [{ options }, { attributeName, propertyName }, { takes }] = await Promise.all(
    [table, 'src/config/option-names.ts', 'src/config/describe-mistake.ts'].map((path) =>
      tsImport(`../../${path}`, import.meta.url),
    ),
  );
  const comments = commentsIn(table);
  return Object.entries(options).map(([name, { section, type, default: value }]) => ({
    name,
    section,
    property: propertyName(name),
    attribute: type.fromAttribute ? attributeName(name) : undefined,
    takes: takes(name),
    default: value,
    comment: comments.get(name) ?? '',
    type,
  }));
}

/** The doc comment of each row of the table, by the row's name. */
function commentsIn(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const comments = new Map();
  const visit = (node) => {
    if (ts.isPropertyAssignment(node)) {
      const [comment] = node.jsDoc ?? [];
      if (comment) comments.set(node.name.text, ts.getTextOfJSDocComment(comment.comment).replaceAll(/\s+/g, ' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return comments;
}
