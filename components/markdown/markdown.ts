import { html, nothing, type TemplateResult } from 'lit';
import { Lexer, Tokenizer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { FeatureTextKey } from '../../src/i18n/texts.js';
import { linkAddress } from '../internal/addresses.js';
import { linkTemplate } from '../internal/link-template.js';
import { decodeEntities } from './entities.js';

/** What the markdown of a message is rendered with. */
export interface MarkdownView {
  readonly text: (key: FeatureTextKey) => string;
  /** Makes links of the addresses in a text. */
  readonly links: (text: string) => unknown;
}

/** Longer texts and deeper nesting are no message that somebody wrote; they are shown as they are. */
const mostCharacters = 20_000;
const mostLevels = 16;

const openBox = html`<svg class="box" viewBox="0 0 24 24" aria-hidden="true">
  <rect x="3.5" y="3.5" width="17" height="17" rx="4.5" />
</svg>`;

const doneBox = html`<svg class="box" viewBox="0 0 24 24" aria-hidden="true">
  <rect x="3.5" y="3.5" width="17" height="17" rx="4.5" />
  <path d="m8 12.4 2.8 2.8 5.4-6" />
</svg>`;

const tokenizer = new Tokenizer();
// Addresses in the text become links as they do in any other message.
tokenizer.url = () => undefined;

/** The message as nodes; the text itself where it is no markdown that a person would write. */
export function markdownTemplate(text: string, view: MarkdownView): unknown {
  if (text.length > mostCharacters) return text;
  try {
    return blocks(new Lexer({ gfm: true, breaks: true, tokenizer }).lex(text), view, 0);
  } catch {
    return text;
  }
}

function blocks(tokens: readonly Token[], view: MarkdownView, level: number): unknown {
  // The lexer has no tokens but its own while nobody extends it.
  return tokens.map((token) => (level > mostLevels ? token.raw : node(token as MarkedToken, view, level + 1)));
}

function node(token: MarkedToken, view: MarkdownView, level: number): unknown {
  const inside = (tokens: readonly Token[]) => blocks(tokens, view, level);
  switch (token.type) {
    case 'paragraph':
      return html`<p>${inside(token.tokens)}</p>`;
    case 'heading':
      // The page's outline is not the writer's to change.
      return html`<p class="heading ${token.depth < 3 ? 'large' : ''}"><strong>${inside(token.tokens)}</strong></p>`;
    case 'strong':
      return html`<strong>${inside(token.tokens)}</strong>`;
    case 'em':
      return html`<em>${inside(token.tokens)}</em>`;
    case 'del':
      return html`<del>${inside(token.tokens)}</del>`;
    case 'codespan':
      return html`<code dir="auto">${token.text}</code>`;
    case 'code':
      // prettier-ignore
      return html`<pre dir="ltr"><code>${token.text}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${inside(token.tokens)}</blockquote>`;
    case 'list':
      return list(token, view, level);
    case 'checkbox':
      return checkbox(token.checked, view);
    case 'table':
      return table(token, view, level);
    case 'hr':
      return html`<hr />`;
    case 'br':
      return html`<br />`;
    case 'link':
      return link(token.href, inside(token.tokens));
    case 'image':
      // Whoever sent it would learn who reads it, and when.
      return link(token.href, decodeEntities(token.text) || token.href);
    case 'escape':
      return token.text;
    case 'text':
      return token.tokens ? inside(token.tokens) : textOf(token, view);
    case 'space':
    case 'def':
      return nothing;
    default:
      return token.raw;
  }
}

function textOf({ text }: Tokens.Text, { links }: MarkdownView): unknown {
  return links(decodeEntities(text));
}

function link(href: string, content: unknown): unknown {
  const address = linkAddress(href);
  return address ? linkTemplate(address, content) : content;
}

function list({ ordered, start, items }: Tokens.List, view: MarkdownView, level: number): TemplateResult {
  const entries = items.map(
    ({ task, tokens }) => html`<li class=${task ? 'task' : ''}>${blocks(tokens, view, level)}</li>`,
  );
  return ordered
    ? html`<ol start=${start}>
        ${entries}
      </ol>`
    : html`<ul>
        ${entries}
      </ul>`;
}

function checkbox(isDone: boolean, { text }: MarkdownView): TemplateResult {
  return html`${isDone ? doneBox : openBox}<span class="visually-hidden"
      >${text(isDone ? 'AriaTaskDone' : 'AriaTaskOpen')}:
    </span>`;
}

function table({ header, rows }: Tokens.Table, view: MarkdownView, level: number): TemplateResult {
  const cell = ({ tokens, align }: Tokens.TableCell) =>
    html`<td class=${align ?? ''}>${blocks(tokens, view, level)}</td>`;
  const head = ({ tokens, align }: Tokens.TableCell) =>
    html`<th class=${align ?? ''} scope="col">${blocks(tokens, view, level)}</th>`;
  // It can be wider than a bubble, and is then scrolled by the keyboard too.
  return html`<div class="table" tabindex="0" role="group" aria-label=${view.text('AriaTable')}>
    <table>
      <thead>
        <tr>
          ${header.map(head)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
