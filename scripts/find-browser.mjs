import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

/**
 * Where each browser is usually found. Names are looked up on PATH, the rest is taken as it stands; a variable that
 * names the program comes before all of them.
 */
const places = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...onWindows('Google/Chrome/Application/chrome.exe'),
      ...onWindows('Microsoft/Edge/Application/msedge.exe'),
    ],
  },
  // The same engine without all that shows it: tests take half the time in it.
  'chromium-headless-shell': {
    variable: 'CHROME_PATH',
    names: ['chromium-headless-shell', 'chrome-headless-shell'],
    paths: [],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox', 'firefox-esr'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', ...onWindows('Mozilla Firefox/firefox.exe')],
  },
  // Safari's engine outside Apple's systems: WebKitGTK's small browser, which its driver starts.
  webkit: { variable: 'WEBKIT_PATH', names: [], paths: webkitGtkBrowsers() },
  'webkit-driver': { variable: 'WEBKIT_DRIVER_PATH', names: ['WebKitWebDriver'], paths: [] },
  xvfb: { variable: 'XVFB_PATH', names: ['Xvfb'], paths: [] },
};

/**
 * The path of a browser (or of the programs WebKit needs beside it), or `undefined`. For tests only.
 * @param {keyof typeof places} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const { variable, names, paths } = places[name];
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...(env[variable] ? [env[variable]] : []),
    ...names.flatMap((program) => folders.map((folder) => join(folder, program))),
    ...paths,
  ];
  return candidates.find(isExecutable);
}

/** The path of the Chromium that tests run in, or `undefined`: the quickest there is. */
export function findTestChromium() {
  return findBrowser('chromium-headless-shell') ?? findBrowser('chromium');
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onWindows(path) {
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, path));
}

/** Debian keeps it in a folder that carries the processor's name, Fedora and Arch do not. */
function webkitGtkBrowsers() {
  const folders = ['/usr/libexec', '/usr/lib', ...subfolders('/usr/lib')];
  return folders.flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => join(folder, version, 'MiniBrowser')),
  );
}

function subfolders(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}
