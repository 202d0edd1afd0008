import { addressPayloads } from './address-payloads.js';

const someAddresses = Object.values(addressPayloads).flatMap((addresses) => addresses.slice(0, 8));

/** Markdown by kind that would do harm if its parser let it. */
export const markdownPayloads: Readonly<Record<string, readonly string[]>> = {
  'markdown with addresses': someAddresses.map(
    (address, at) => [`[a](${address})`, `[a](<${address}>)`, `![a](${address})`, `<${address}>`][at % 4] ?? address,
  ),

  'markdown with references': [
    '[a]: javascript:hacked=1\n\n[a] [b][a] ![c][a]',
    '[__proto__]: https://evil.example/\n\n[__proto__]',
    '[constructor]\n\n[toString][constructor]',
    '[a]: <data:text/html,<script>hacked=1</script>> "title"\n\n[a]',
    '[a](java&#115;cript:hacked=1)',
    '[a](javascript&colon;hacked=1)',
    '[a](\\javascript:hacked=1)',
    '[a](https://example.com" onclick="hacked=1)',
    '[a](https://example.com "x\\" onclick=\\"hacked=1")',
    '![a](https://example.com/a.png" onerror="hacked=1)',
    '![<img src=x onerror=hacked=1>](https://evil.example/a.png)',
    '[![a](https://evil.example/a.png)](javascript:hacked=1)',
    '[<img src=x onerror=hacked=1>](https://example.com)',
    '[bank.example](https://evil.example)',
    '<javascript:hacked=1> <mailto:a@b.example"onclick=hacked=1>',
    '[^1]\n\n[^1]: <script>hacked=1</script>',
  ],

  'markdown with markup': [
    '`<img src=x onerror=hacked=1>`',
    '```html" onclick="hacked=1\n<script>hacked=1</script>\n```',
    '~~~<img/src=x/onerror=hacked=1>\n~~~',
    '    <script>hacked=1</script>',
    '| <img src=x onerror=hacked=1> |\n| --- |\n| <script>hacked=1</script> |',
    '|a|\n|:-:" onclick="hacked=1|\n|b|',
    '- [x] <img src=x onerror=hacked=1>',
    '- [ ] <input autofocus onfocus=hacked=1>',
    '1"><img src=x onerror=hacked=1>. a',
    '99999999999. a',
    '# <svg onload=hacked=1>',
    '**<b onclick=hacked=1>bold</b>**',
    '~~<del onclick=hacked=1>~~',
    '> <iframe src="javascript:parent.hacked=1"></iframe>',
    '<div>\n\n*a* <img src=x onerror=hacked=1>\n\n</div>',
    'a  \n<br onclick=hacked=1>\\\nb',
    '<script>\n\n*a*\n\nhacked=1</script>',
    '<!--\n\n--><img src=x onerror=hacked=1>',
    '\\<img src=x onerror=hacked=1\\>',
  ],

  'markdown that is too much': [
    `${'> '.repeat(400)}deep`,
    `${'- '.repeat(200)}deep`,
    '['.repeat(1500),
    '*a '.repeat(600),
    '`'.repeat(999),
    `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}`,
    '![a]('.repeat(300),
  ],
};
