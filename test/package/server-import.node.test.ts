import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';

/** What a module of Node prints that knows the package by its name alone. */
function run(script: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }).trim();
}

void describe('importing the package in Node, as server rendering does', () => {
  const exported = {
    'genesys-webchat': 'GenesysWebchat',
    'genesys-webchat/service': 'createWebChatService',
    'genesys-webchat/bus': 'createBus',
    'genesys-webchat/react': 'GenesysWebchat',
    'genesys-webchat/local-server': 'createLocalServer',
  };

  for (const [name, value] of Object.entries(exported)) {
    void it(`${name} needs no page and keeps nothing running`, () => {
      const script = `
        const { ${value} } = await import(${JSON.stringify(name)});
        console.log(typeof ${value}, typeof document, typeof window);
      `;
      assert.match(run(script), /^(function|object) undefined undefined$/);
    });
  }

  void it('the service and the bus load no element', () => {
    const script = `
      await import('genesys-webchat/service');
      await import('genesys-webchat/bus');
      console.log(typeof customElements, typeof HTMLElement);
    `;
    assert.equal(run(script), 'undefined undefined');
  });

  void it('the tag defined in Node has the options of the tag in a page', () => {
    const script = `
      const { GenesysWebchat } = await import('genesys-webchat');
      console.log(customElements.get('genesys-webchat') === GenesysWebchat, 'dataUrl' in GenesysWebchat.prototype);
    `;
    assert.equal(run(script), 'true true');
  });
});
