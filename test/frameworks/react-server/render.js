import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Page } from './page.js';

// `node react-server/render.js`: prints the page as a server renders it.
console.log(renderToString(createElement(Page)));
