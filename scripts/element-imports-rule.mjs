import { basename } from 'node:path';

/**
 * An ESLint rule: who makes one of the chat's elements, or sets its properties in a template, imports the module of that
 * name, which defines it. The linked file has no code for properties that are set before: `trim-lit-plugin.mjs`. Its
 * options are the tags for which that does not hold.
 */
export const elementImports = {
  meta: {
    type: 'problem',
    schema: { type: 'array', items: { type: 'string' } },
    messages: {
      late: 'Import what defines <{{ tag }}>: in the linked file, properties set before are lost: scripts/trim-lit-plugin.mjs.',
    },
  },
  create(context) {
    const modules = new Set([basename(context.filename, '.ts')]);
    const uses = [];
    return {
      'ImportDeclaration[importKind!="type"]'({ source }) {
        modules.add(basename(source.value, '.js'));
      },
      'CallExpression[callee.property.name="createElement"] > Literal[value=/^genesys-chat-/]'(node) {
        uses.push({ node, tag: node.value });
      },
      'TaggedTemplateExpression > TemplateLiteral'(node) {
        const markup = node.quasis.map(({ value }) => value.raw).join('…');
        for (const [, tag] of markup.matchAll(/<(genesys-chat-[a-z-]+)[^>]*\s\.\w+=/g)) uses.push({ node, tag });
      },
      'Program:exit'() {
        for (const { node, tag } of uses) {
          const names = [tag.replace('genesys-', ''), tag.replace('genesys-chat-', '')];
          if (context.options.includes(tag) || names.some((name) => modules.has(name))) continue;
          context.report({ node, messageId: 'late', data: { tag } });
        }
      },
    };
  },
};
