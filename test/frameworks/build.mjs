import { execFileSync } from 'node:child_process';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import solid from 'vite-plugin-solid';

/** The apps that Vite builds, with what each needs beside it. */
const apps = {
  react: [],
  'react-tag': [],
  'react-server': [],
  vue: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'genesys-webchat' } } })],
  svelte: [svelte()],
  solid: [solid()],
  preact: [],
  lit: [],
  static: [],
};

// `node build.mjs`: builds each app with its own tools into `built/`; the page of plain HTML needs none.
for (const [name, plugins] of Object.entries(apps)) {
  await build({
    root: name,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins,
    build: { outDir: `../built/${name}`, emptyOutDir: true, reportCompressedSize: false },
  });
}
execFileSync('npx', ['ng', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
