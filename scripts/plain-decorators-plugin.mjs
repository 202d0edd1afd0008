import MagicString from 'magic-string';

const helper = '@oxc-project/runtime/helpers/decorate';

/**
 * A Vite plugin that writes what `@customElement`, `@property` and `@state` do in place of calls of the compiler's own
 * helper: the linked file knows no decorators but these, and no options of properties.
 */
export function plainDecorators() {
  return {
    name: 'plain-decorators',
    enforce: 'post',
    transform: {
      filter: { id: /\/components\/.*\.ts$/, code: /decorate/ },
      handler(code, id) {
        const ast = this.parse(code);
        const { specifiers: [{ local }] = [{}] } =
          ast.body.find(({ type, source }) => type === 'ImportDeclaration' && source.value === helper) ?? {};
        if (!local) return undefined;
        const result = new MagicString(code);
        for (const { expression } of ast.body) {
          // `Class = decorate([customElement('…')], Class)`, or without the assignment for a member.
          const call = expression?.right ?? expression;
          if (call?.callee?.name !== local.name) continue;
          const [{ elements: decorators }, target, key] = call.arguments;
          const [{ callee }] = decorators;
          const text = ({ start, end }) => code.slice(start, end);
          if (decorators.length > 1) throw new Error(`unable to write the decorators of ${text(target)} in ${id}`);
          const { start, end } = expression;
          if (!key) result.update(start, end, `${text(decorators[0])}(${text(target)})`);
          else if (/^(?:property|state)$/.test(callee.name)) {
            result.update(start, end, `${text(target.object)}.createProperty(${text(key)})`);
          } else throw new Error(`unable to write @${text(callee)} of ${text(key)} in ${id}`);
        }
        return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}
