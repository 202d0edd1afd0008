import type { ChatRequest } from './chat-room.js';
import type { FormBody } from './form-body.js';
import { GmsRefusal } from './gms-answer.js';

const plausibleEmail = /^[^\s@]+@[^\s@]+$/;

/** The visitor's request for a chat, with the nickname the wire derives when only the names are given. */
export function chatRequest({ fields, userData }: FormBody): ChatRequest {
  const emailAddress = fields.get('emailAddress')?.trim() ?? '';
  if (emailAddress !== '' && !plausibleEmail.test(emailAddress)) {
    throw new GmsRefusal(364, `emailAddress is not an e-mail address: ${emailAddress}`);
  }
  return { nickname: nickname(fields), subject: fields.get('subject') ?? '', emailAddress, userData };
}

function nickname(fields: FormBody['fields']): string {
  const given = (name: string): string => fields.get(name)?.trim() ?? '';
  if (given('nickname') !== '') return given('nickname');
  const [first, last] = [given('firstName'), given('lastName')];
  if (first === '' && last === '') throw new GmsRefusal(161, 'Give a nickname, or firstName and lastName');
  if (first === '') throw new GmsRefusal(102, 'firstName is missing');
  if (last === '') throw new GmsRefusal(103, 'lastName is missing');
  return `${first} ${last}`;
}
