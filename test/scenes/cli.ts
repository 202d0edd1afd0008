import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawReadmePictures } from './readme-pictures.js';
import { scenes } from './scenes.js';
import type { View } from './stage.js';
import { Theatre } from './theatre.js';

// `npm run screenshots`, with `-- --only=form,ended` for some: pictures of every state in dist/screenshots, a sheet a state.
// With `-- --readme`, the pictures of the README in docs/images instead.
const { values } = parseArgs({ options: { only: { type: 'string' }, readme: { type: 'boolean', default: false } } });
const wanted = values.only?.split(',');
const unknown = wanted?.find((name) => !scenes.some((scene) => scene.name === name));
if (unknown !== undefined)
  throw new Error(`There is no ${unknown}; there are ${scenes.map(({ name }) => name).join(', ')}`);

const folder = join('dist', 'screenshots');
const views: View[] = (['desktop', 'phone'] as const).flatMap((size) =>
  (['ltr', 'rtl'] as const).flatMap((direction) =>
    (['light', 'dark'] as const).map((theme) => ({ size, theme, direction })),
  ),
);

mkdirSync(folder, { recursive: true });
const theatre = await Theatre.open();
try {
  if (values.readme) await drawReadmePictures(theatre);
  else await drawScenes();
} finally {
  await theatre.close();
}

async function drawScenes(): Promise<void> {
  for (const scene of scenes.filter(({ name }) => wanted?.includes(name) ?? true)) {
    const pictures: string[] = [];
    for (const view of views) {
      const stage = await theatre.play(scene, view);
      const file = `${scene.name}-${view.size}-${view.direction}-${view.theme}.png`;
      await stage.page.screenshot({ path: join(folder, file) });
      await stage.close();
      pictures.push(file);
    }
    await writeSheet(scene.name, pictures);
    console.log(scene.name);
  }
}

/** All pictures of a state side by side, to be looked at in one go. */
async function writeSheet(name: string, pictures: readonly string[]): Promise<void> {
  const page = await theatre.browser.newPage({ viewport: { width: 2400, height: 1330 } });
  const rows = [pictures.slice(0, 4), pictures.slice(4)];
  const images = rows.map((row) => `<p>${row.map((file) => `<img src="${file}">`).join('')}</p>`).join('');
  const sheet = join(folder, `${name}.html`);
  writeFileSync(
    sheet,
    `<!doctype html><style>p{margin:8px;display:flex;gap:8px}img{height:640px}p:first-child img{width:584px;object-fit:cover;object-position:right}p:first-child img:nth-child(n+3){object-position:left}</style>${images}`,
  );
  await page.goto(`file://${process.cwd()}/${sheet}`);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
