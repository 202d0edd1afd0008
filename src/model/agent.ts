import type { Participant } from './participant.js';

/** A party other than the visitor, as `getAgents` and the connection events tell of it. */
export interface Agent {
  name: string;
  type: Participant['type'];
  connected: boolean;
  supervisor: boolean;
  /** Epoch milliseconds. */
  connectedTime: number;
  /** Epoch milliseconds; 0 while connected. */
  disconnectedTime: number;
}

/** All parties but the visitor who ever joined, by participant id. */
export type Agents = Readonly<Record<string, Agent>>;

/** The agents after a party joined. Joining twice changes nothing but the name. */
export function agentJoined(agents: Agents, party: Participant, time: number): Agents {
  const known = agents[party.participantId];
  const connectedTime = known?.connected ? known.connectedTime : time;
  return {
    ...agents,
    [party.participantId]: {
      name: party.nickname,
      type: party.type,
      connected: true,
      supervisor: party.type === 'Supervisor',
      connectedTime,
      disconnectedTime: 0,
    },
  };
}

/** The agents after a party left. An unknown party changes nothing. */
export function agentLeft(agents: Agents, party: Participant, time: number): Agents {
  const known = agents[party.participantId];
  if (!known?.connected) return agents;
  return { ...agents, [party.participantId]: { ...known, connected: false, disconnectedTime: time } };
}

/** The agents after a party changed its nickname. */
export function agentRenamed(agents: Agents, party: Participant): Agents {
  const known = agents[party.participantId];
  return known ? { ...agents, [party.participantId]: { ...known, name: party.nickname } } : agents;
}

/** How many human agents are in the conversation; bots, supervisors and service parties do not count. */
export function numAgentsConnected(agents: Agents): number {
  return Object.values(agents).filter((agent) => agent.connected && agent.type === 'Agent').length;
}
