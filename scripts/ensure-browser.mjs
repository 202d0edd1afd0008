import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';

/** What a browser consists of, and where Debian has it. */
const browsers = {
  chromium: { programs: ['chromium'], packages: ['chromium'] },
  'chromium-headless-shell': { programs: ['chromium-headless-shell'], packages: ['chromium-headless-shell'] },
  firefox: { programs: ['firefox'], packages: ['firefox-esr'] },
  webkit: { programs: ['webkit', 'webkit-driver', 'xvfb'], packages: ['webkit2gtk-driver', 'xvfb'] },
};

const name = process.argv[2] ?? 'chromium';
const browser = browsers[name];
if (!browser) fail(`There is no browser ${name} here; choose ${Object.keys(browsers).join(', ')}.`);

if (!isThere() && canInstall()) {
  console.log(`Installing ${browser.packages.join(' and ')} for the tests …`);
  apt('update', '-qq');
  apt('install', '-qq', '--yes', '--no-install-recommends', ...browser.packages);
}
if (!isThere()) fail(`The tests need ${name}: ${advice()}`);

function isThere() {
  return browser.programs.every((program) => findBrowser(program));
}

function canInstall() {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

function apt(...words) {
  const { status } = spawnSync('apt-get', words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(`apt-get ${words[0]} failed`);
}

function advice() {
  if (existsSync('/usr/bin/apt-get')) return `sudo apt-get install ${browser.packages.join(' ')}`;
  if (name === 'webkit') return 'WebKitGTK with its WebDriver and Xvfb, from the system’s own packages (Linux only)';
  return `install it, or name its program in ${name.startsWith('chromium') ? 'CHROME_PATH' : 'FIREFOX_PATH'}`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
