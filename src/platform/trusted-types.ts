/** What of Trusted Types is used here: the DOM's types do not know them yet. */
interface ScriptUrlPolicy {
  /** Marks the address as trusted; the object it gives in a page with Trusted Types stands for a string. */
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/**
 * The product's Trusted Types policy, which trusts one script: the module that asks, by its own `import.meta.url`. In a
 * browser without Trusted Types the same rule holds and the string stays a string.
 * @throws {TypeError} When the page's `trusted-types` directive does not list `genesys-webchat`.
 */
export function trustOnly(ownUrl: string): ScriptUrlPolicy {
  const rules: ScriptUrlPolicy = {
    createScriptURL: (url) => {
      if (url !== ownUrl) throw new TypeError(url);
      return url;
    },
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('genesys-webchat', rules) ?? rules;
}
