import { systemParticipant, type Participant } from '../../model/participant.js';
import type { DemoFile, DemoScript, DemoStep } from './demo-script.js';

/** Something of the transcript, before it has its place. */
interface Happening {
  readonly type: string;
  readonly from: Participant;
  readonly text?: string;
  readonly content?: readonly object[];
  readonly userData?: Readonly<Record<string, string>>;
}

/** Something that has happened. */
export interface DemoEvent extends Happening {
  readonly index: number;
  readonly utcTime: number;
}

/** A conversation as it stands, and what is to come of itself. It is plain data, so that another page can go on with it. */
export interface DemoChat {
  readonly visitor: Participant;
  readonly agent: Participant;
  readonly events: readonly DemoEvent[];
  readonly due: readonly { readonly at: number; readonly event?: Happening }[];
  /** Files of the agent, by their ids. */
  readonly files: Readonly<Record<string, DemoFile>>;
  /** How many answers have been given to what no answer is meant for. */
  readonly turns: number;
  readonly isOver: boolean;
}

/** Milliseconds that the agent takes to read, and to type one character. */
const pace = { reading: 700, typing: 28, shortest: 900, longest: 2600 };

/** A chat with nobody but the visitor in it. */
export function emptyChat(nickname: string): DemoChat {
  const visitor: Participant = { participantId: 1, nickname, type: 'Client' };
  return { visitor, agent: systemParticipant, events: [], due: [], files: {}, turns: 0, isOver: false };
}

/** What happens now. */
export function happen(chat: DemoChat, utcTime: number, ...happenings: readonly Happening[]): DemoChat {
  const placed = happenings.map((each, at) => ({ ...each, index: chat.events.length + 1 + at, utcTime }));
  return { ...chat, events: [...chat.events, ...placed] };
}

/** Lets everything happen that is due by now. */
export function advance(chat: DemoChat, now: number): DemoChat {
  let moved = chat;
  for (const [at, next] of chat.due.entries()) {
    if (next.at > now || moved.isOver) break;
    moved = { ...moved, due: chat.due.slice(at + 1) };
    moved = next.event ? happen(moved, next.at, next.event) : { ...moved, isOver: true };
  }
  return moved;
}

/** The visitor has written or sent something: plans what the script has to say to it. */
export function answer(chat: DemoChat, { answers = [] }: DemoScript, written: string, now: number): DemoChat {
  const heard = written.toLowerCase();
  const meant = answers.find(({ to }) => to?.some((each) => heard.includes(each.toLowerCase())));
  if (meant) return plan(chat, meant.steps, { text: written, now });
  const others = answers.filter(({ to }) => !to);
  const steps = others[chat.turns % others.length]?.steps ?? [];
  return plan({ ...chat, turns: chat.turns + 1 }, steps, { text: written, now });
}

/** Plans steps after everything that is planned. */
export function plan(
  chat: DemoChat,
  steps: readonly DemoStep[],
  { text = '', now }: { readonly text?: string; readonly now: number },
): DemoChat {
  let at = Math.max(now, chat.due.at(-1)?.at ?? 0);
  let { agent } = chat;
  const due = [...chat.due];
  const files = { ...chat.files };
  const add = (type: string, rest: Partial<Happening> = {}) =>
    void due.push({ at, event: { type, from: agent, ...rest } });
  for (const step of steps) {
    if ('wait' in step) at += step.wait;
    else if ('join' in step) {
      agent = {
        participantId: Math.max(chat.visitor.participantId, agent.participantId) + 1,
        nickname: step.join,
        type: step.as ?? 'Agent',
      } satisfies Participant;
      add('ParticipantJoined');
    } else if ('say' in step) {
      const said = step.say.replaceAll('{nickname}', chat.visitor.nickname).replaceAll('{text}', text);
      at += pace.reading;
      add('TypingStarted');
      at += Math.min(pace.longest, Math.max(pace.shortest, said.length * pace.typing));
      add('Message', { text: said, ...(step.content && { content: step.content }) });
    } else if ('file' in step) {
      const id = `demo-${String(Object.keys(files).length + 1)}`;
      at += pace.reading;
      files[id] = step.file;
      add('FileUploaded', { userData: fileData(id, step.file.name, step.file.type, atob(step.file.base64).length) });
    } else if ('leave' in step) add('ParticipantLeft');
    else due.push({ at });
  }
  return { ...chat, agent, due, files };
}

/** How a transcript tells of a file. */
export function fileData(id: string, name: string, type: string, size: number): Readonly<Record<string, string>> {
  return { 'file-id': id, 'file-name': name, 'file-type': type, 'file-size': String(size) };
}
