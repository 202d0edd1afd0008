import type { Agents } from './agent.js';
import type { ChatMessage } from './message.js';

/** A step in the life of the window and its chat. */
export type WindowStep = 'opened' | 'submitted' | 'started' | 'rejected' | 'completed' | 'cancelled' | 'closed';

/**
 * What the window tells of itself with each step. Every value is `false` until there is something to tell; times are in
 * epoch milliseconds. Contract: WebChat metadata.
 */
export interface WindowMetadata extends Record<WindowStep, number | false> {
  /** The visitor accepted an invitation. */
  proactive: boolean;
  /** The page gave values for the form. */
  prefilled: boolean;
  /** The page had the form sent without a click. */
  autoSubmitted: boolean;
  /** There is no co-browsing here. */
  coBrowseInitiated: false;
  /** The values that the page gave for the form. */
  form: Record<string, unknown> | false;
  /** What the page named this window when it opened it. */
  id: string | false;
  /** When an agent was first there. */
  agentReached: number | false;
  /** When a supervisor was first there. */
  supervisorReached: number | false;
  /** Milliseconds since the window opened. */
  elapsed: number | false;
  /** Milliseconds that the visitor waited for an agent, or has waited so far. */
  waitingForAgent: number | false;
  /** How many agents there have been. */
  numAgents: number | false;
  /** How many messages the visitor wrote. */
  userMessages: number | false;
  /** How many messages agents, supervisors and bots wrote. */
  agentMessages: number | false;
  /** How many messages the system wrote. */
  systemMessages: number | false;
  /** How many files the visitor sent. */
  filesUploaded: number | false;
  /** The codes of all errors, oldest first. */
  errors: (number | string)[] | false;
}

/** A chat that has not begun. */
export const notBegun = { started: false, rejected: false, completed: false, cancelled: false, errors: false } as const;

/** A window that has never been open. */
export const neverOpened: WindowMetadata = {
  ...notBegun,
  proactive: false,
  prefilled: false,
  autoSubmitted: false,
  coBrowseInitiated: false,
  form: false,
  id: false,
  opened: false,
  submitted: false,
  closed: false,
  agentReached: false,
  supervisorReached: false,
  elapsed: false,
  waitingForAgent: false,
  numAgents: false,
  userMessages: false,
  agentMessages: false,
  systemMessages: false,
  filesUploaded: false,
};

/** What there is to tell now: what is known of the window, and what its chat shows. */
export function metadataAt(
  now: number,
  window: WindowMetadata,
  messages: readonly ChatMessage[],
  agents: Agents,
): WindowMetadata {
  const metadata = { ...window, elapsed: now - (window.opened || now) };
  if (!window.started) return metadata;
  const parties = Object.values(agents);
  const reached = (kind: string) => parties.find(({ type }) => type === kind)?.connectedTime ?? false;
  const written = (kind: RegExp) => messages.filter(({ type, from }) => kind.test(type + from.type)).length || false;
  const agentReached = reached('Agent');
  return {
    ...metadata,
    agentReached,
    supervisorReached: reached('Supervisor'),
    waitingForAgent: (agentReached || now) - window.started,
    numAgents: parties.filter(({ type }) => type === 'Agent').length || false,
    userMessages: written(/^MessageClient/),
    agentMessages: written(/^Message(Agent|Supervisor|Bot)/),
    systemMessages: written(/^MessageExternal/),
    filesUploaded: written(/^FileUploadedClient/),
  };
}
