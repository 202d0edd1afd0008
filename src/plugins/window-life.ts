import type { BusPlugin } from '../bus/index.js';
import { isRunning } from '../model/session-state.js';
import { metadataAt, neverOpened, notBegun, type WindowStep } from '../model/window-metadata.js';
import type { ChatStores } from '../session/chat-stores.js';
import type { ChatCatalogue, OpenOptions } from './names.js';

/** What the life of a window is told from. */
export interface WindowLifeOptions {
  readonly plugin: BusPlugin<ChatCatalogue, 'WebChat'>;
  readonly stores: ChatStores;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The steps in the life of a window. */
export interface WindowLife {
  /** The window is open, with or without a chat that runs already. */
  open(options: OpenOptions): void;
  /** A chat is asked for, or there. */
  begin(step: 'submitted' | 'started'): void;
  /** Something of the kind has happened. */
  tell(step: WindowStep): void;
  /** The window is closed. */
  close(): void;
}

/** Publishes each step with all that is known of the window by then. */
export function windowLife({ plugin, stores, now }: WindowLifeOptions): WindowLife {
  let known = neverOpened;
  const metadata = () => metadataAt(now(), known, stores.messages.get(), stores.agents.get());
  const tell = (step: WindowStep) => {
    known = { ...known, [step]: now() };
    plugin.publish(step, metadata());
  };
  const begin = (step: WindowStep) => {
    known = { ...known, ...notBegun };
    tell(step);
  };
  // It is over once.
  const end = (step: WindowStep) => {
    if (!known.completed && !known.cancelled) tell(step);
  };
  plugin.subscribe('WebChatService.ended', () => {
    if (known.started) end(metadata().agentReached ? 'completed' : 'cancelled');
  });
  plugin.subscribe('WebChatService.error', ({ data: { errors } }) => {
    known = { ...known, errors: [...(known.errors || []), ...errors.map(({ code }) => code)] };
  });
  return {
    open: ({ form, restoring, proactive = false, id = '' }) => {
      const isGoingOn = isRunning(stores.phase.get());
      known = {
        ...neverOpened,
        proactive,
        id: id || false,
        form: form ? { ...form } : false,
        prefilled: form !== undefined,
        autoSubmitted: form?.['autoSubmit'] === true,
        // A chat of an earlier page, or of another tab, began when its first message was written.
        started: isGoingOn && (known.started || (restoring === true && (stores.messages.get()[0]?.utcTime ?? now()))),
      };
      tell('opened');
      if (isGoingOn && !known.started) begin('started');
    },
    begin,
    tell,
    close: () => {
      if (!isRunning(stores.phase.get())) end('cancelled');
      tell('closed');
    },
  };
}
