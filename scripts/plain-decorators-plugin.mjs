/**
 * A Vite plugin that puts what `@customElement`, `@property` and `@state` need in place of the compiler's own helper,
 * which also knows decorators of methods and the reflection of metadata.
 */
export function plainDecorators() {
  return {
    name: 'plain-decorators',
    transform: {
      filter: { id: /@oxc-project\+runtime.*\/decorate\.js$/ },
      handler: () =>
        `export default function decorate(decorators, target, key) {
          for (const decorator of decorators) decorator(target, key);
          return target;
        }`,
    },
  };
}
