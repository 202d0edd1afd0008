import type { AnyNode } from 'acorn';
import { full } from 'acorn-walk';
import { changes, same, sameBut } from '../facts/fact.js';
import type { Context } from './check-configuration.js';
import { isFunction } from './meanings.js';

/** Checks what stands in `_genesys.widgets.extensions`. */
export function checkExtension(name: string, value: AnyNode, at: AnyNode, context: Context): void {
  const { script, report, meanings, hasJQuery } = context;
  const subject = `extension ${name}`;
  for (const extension of meanings.behind(value)) {
    if (!isFunction(extension) || !('params' in extension)) {
      const known = meanings.valueOf(extension);
      if (known) report(script.placeOf(at), subject, changes('It is no function: it is ignored.'));
      continue;
    }
    report(script.placeOf(at), subject, same);
    const [jQuery] = extension.params;
    if (hasJQuery !== false || jQuery?.type !== 'Identifier') continue;
    const use = firstUse(jQuery.name, extension.body);
    if (use) {
      const note =
        'The page’s own jQuery, or without one cash, which can do less: add jQuery before the chat if the extension needs more.';
      report(script.placeOf(use), `${jQuery.name} in ${subject}`, sameBut(note));
    }
  }
}

function firstUse(name: string, body: AnyNode): AnyNode | undefined {
  let first: AnyNode | undefined;
  full(body, (node) => {
    const each = node;
    if (each.type === 'Identifier' && each.name === name && (!first || each.start < first.start)) first = each;
  });
  return first;
}
