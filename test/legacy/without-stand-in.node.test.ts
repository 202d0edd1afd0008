import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { linkedFiles, problemsOn, SiteInBrowser } from '../support/site-in-browser.js';

const html = `<!doctype html>
<html lang="en">
  <title>A page without jQuery</title>
  <script>
    _genesys = {
      widgets: {
        webchat: { dataURL: '/genesys/2/chat/customer-support', chatButton: { enabled: true } },
        extensions: {
          Plain: function ($, CXBus) {
            CXBus.registerPlugin('Plain').ready();
            document.title = 'It ran, $ is ' + typeof $;
          },
          Fond: function ($) {
            $('body').addClass('fond');
          },
        },
      },
    };
  </script>
  <script type="module" src="/cdn/genesys-webchat.js"></script>
</html>`;

void describe('where what stands in for jQuery does not load', () => {
  let site: SiteInBrowser;

  before(async () => {
    site = await SiteInBrowser.open(linkedFiles);
  });

  after(() => site.close());

  void it('extensions run without it, and so does the chat; one that needs it is told what to load', async () => {
    const page = await site.browser.newPage();
    const problems = problemsOn(page);
    await page.route('**/cash-*.js', (route) => route.abort());
    await page.route('**/page.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(`${site.address}/page.html`);
    await page.getByRole('button', { name: 'Chat', exact: true }).waitFor();
    assert.equal(await page.title(), 'It ran, $ is undefined');
    assert.match(
      problems.join('\n'),
      /the extension Fond failed: TypeError: .*has no jQuery, .* so that \$ is undefined/,
    );
    await page.close();
  });
});
