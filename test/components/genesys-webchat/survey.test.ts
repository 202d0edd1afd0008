import { expect } from '@open-wc/testing';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import type { SurveyAnswer } from '../../../src/plugins/names.js';
import { reasonOf } from '../../bus/harness.js';
import { chatElement } from '../../support/chat-element.js';
import { findPart, part, textOf } from '../../support/chat-fixture.js';
import { until } from '../../support/frame-tab.js';
import type { LocalServerSide } from '../../support/local-server-side.js';

describe('<genesys-webchat> and the end of a chat', () => {
  let element: GenesysWebchat;
  let server: LocalServerSide;

  const talks = async (): Promise<string> => {
    await element.startChat({ nickname: 'Ada' });
    const { chatId } = await element.command('WebChatService.getSessionData');
    const agent = await server.join({ nickname: 'Ann' }, chatId);
    await agent.write('Hello');
    await until(() => textOf(findPart(element, 'bubble')) === 'Hello');
    await agent.end();
    await until(() => findPart(element, 'end-summary') !== undefined);
    return chatId;
  };

  beforeEach(async () => {
    ({ element, server } = await chatElement());
  });

  it('says what the chat was, with what the site has to say below', async () => {
    const link = document.createElement('a');
    link.slot = 'end';
    element.append(link);
    link.textContent = 'Rate us';
    expect(link.checkVisibility()).to.equal(false);
    await talks();
    expect(textOf(part(element, 'end-summary'))).to.match(/^You talked with Ann.* 1 message$/);
    expect(link.checkVisibility()).to.equal(true);
    expect(findPart(element, 'survey')).to.equal(undefined);
  });

  it("tells the visitor's answer about a survey, with what a survey has to know of the chat", async () => {
    element.surveyEnabled = true;
    const heard: SurveyAnswer[] = [];
    element.addEventListener('surveyAnswered', ({ detail }) => heard.push(detail));
    const chatId = await talks();
    part(element, 'survey-accept-button').click();
    await until(() => heard.length > 0);
    const [{ agents, startTime, endTime, duration, ...rest }] = heard as [SurveyAnswer];
    expect(rest).to.deep.equal({ accepted: true, chatId });
    expect(Object.values(agents).map(({ name }) => name)).to.deep.equal(['Ann']);
    expect(endTime - startTime).to.equal(duration);
    expect(findPart(element, 'survey')).to.equal(undefined);
  });

  it('lets an extension keep the answer to itself', async () => {
    element.surveyEnabled = true;
    let isHeard = false;
    element.addEventListener('surveyAnswered', () => (isHeard = true));
    const asked: unknown[] = [];
    element.bus.before('WebChat.answerSurvey', (options) => {
      asked.push(options);
      return false;
    });
    await talks();
    part(element, 'survey-reject-button').click();
    await until(() => asked.length > 0);
    await element.command('WebChatService.getStats');
    expect(asked).to.deep.equal([{ accepted: false }]);
    expect(isHeard).to.equal(false);
  });

  it('refuses an answer that is none, and one about a chat that is not over', async () => {
    expect(await reasonOf(element.command('WebChat.answerSurvey'))).to.equal(
      'answerSurvey takes accepted: true or false',
    );
    expect(await reasonOf(element.command('WebChat.answerSurvey', { accepted: true }))).to.equal('No chat has ended');
  });
});
