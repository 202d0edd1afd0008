import { oneOf } from '../../model/one-of.js';
import { both, listOf, objectOf, optional, text, being, type Shape } from '../../model/shape.js';

/** A file that the agent sends. */
export interface DemoFile {
  readonly name: string;
  /** Its media type, e.g. `image/png`. */
  readonly type: string;
  /** Its bytes. */
  readonly base64: string;
}

/** One thing that happens. In texts `{nickname}` is the visitor's name and `{text}` what the visitor wrote last. */
export type DemoStep =
  /** Somebody joins, and is who speaks from then on. */
  | { readonly join: string; readonly as?: 'Agent' | 'Supervisor' | 'Bot' }
  /** The agent types, as long as the text takes, and sends it. `content` is quick replies, cards and the like. */
  | { readonly say: string; readonly content?: readonly object[] }
  | { readonly file: DemoFile }
  /** Nothing happens for so many milliseconds. */
  | { readonly wait: number }
  /** The agent leaves. */
  | { readonly leave: true }
  /** The chat is over. */
  | { readonly end: true };

/** What happens when the visitor writes. */
export interface DemoAnswer {
  /** One of these occurs in what the visitor wrote, in whatever case. Without it, it answers what no other answers. */
  readonly to?: readonly string[];
  readonly steps: readonly DemoStep[];
}

/** A conversation that needs no server. */
export interface DemoScript {
  /** What happens when the chat starts. */
  readonly steps: readonly DemoStep[];
  /** What happens when the visitor writes. Answers without `to` take turns. */
  readonly answers?: readonly DemoAnswer[];
}

const count = being('a number of milliseconds, 0 or more', (value) => typeof value === 'number' && value >= 0);
const yes = being('true', (value) => value === true);
const stepShapes: Readonly<Record<string, Shape>> = {
  join: objectOf({ join: text, as: optional(oneOf('Agent', 'Supervisor', 'Bot')) }),
  say: objectOf({ say: text, content: optional(listOf(objectOf({}))) }),
  file: objectOf({
    file: objectOf({
      name: text,
      type: text,
      base64: being('base64', (value) => typeof value === 'string' && isBase64(value)),
    }),
  }),
  wait: objectOf({ wait: count }),
  leave: objectOf({ leave: yes }),
  end: objectOf({ end: yes }),
};

const step: Shape = both(objectOf({}), (value) => {
  const name = Object.keys(stepShapes).find((each) => each in (value as object));
  return name ? stepShapes[name]?.(value) : ` has none of ${Object.keys(stepShapes).join(', ')}`;
});

/** What a site may give as `transport.script`. */
export const scriptShape = objectOf({
  steps: listOf(step),
  answers: optional(listOf(objectOf({ to: optional(listOf(text)), steps: listOf(step) }))),
});

function isBase64(value: string): boolean {
  return /^[\w+/]*={0,2}$/.test(value) && value.length % 4 === 0;
}
