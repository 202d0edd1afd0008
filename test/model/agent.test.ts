import { expect } from '@open-wc/testing';
import { agentJoined, agentLeft, agentRenamed, numAgentsConnected, type Agents } from '../../src/model/agent.js';
import type { Participant } from '../../src/model/participant.js';

const ann: Participant = { participantId: 2, nickname: 'Ann', type: 'Agent' };
const sam: Participant = { participantId: 3, nickname: 'Sam', type: 'Supervisor' };

describe('the roster of agents', () => {
  it('tells who joined and when', () => {
    expect(agentJoined({}, ann, 100)).to.deep.equal({
      2: { name: 'Ann', type: 'Agent', connected: true, supervisor: false, connectedTime: 100, disconnectedTime: 0 },
    });
    expect(agentJoined({}, sam, 100)[3]).to.include({ type: 'Supervisor', supervisor: true });
  });

  it('keeps the time of the first joining when a party joins twice, and takes its newest name', () => {
    const agents = agentJoined(agentJoined({}, ann, 100), { ...ann, nickname: 'Ann C.' }, 200);
    expect(agents).to.have.all.keys('2');
    expect(agents[2]).to.include({ name: 'Ann C.', connected: true, connectedTime: 100 });
  });

  it('tells who left and when, once', () => {
    const left = agentLeft(agentJoined({}, ann, 100), ann, 200);
    expect(left[2]).to.include({ connected: false, connectedTime: 100, disconnectedTime: 200 });
    expect(agentLeft(left, ann, 300)).to.equal(left);
  });

  it('begins anew when a party comes back', () => {
    const back = agentJoined(agentLeft(agentJoined({}, ann, 100), ann, 200), ann, 300);
    expect(back[2]).to.include({ connected: true, connectedTime: 300, disconnectedTime: 0 });
  });

  it('is not changed by parties that it does not know', () => {
    const agents = agentJoined({}, ann, 100);
    expect(agentLeft(agents, sam, 200)).to.equal(agents);
    expect(agentRenamed(agents, sam)).to.equal(agents);
  });

  it('takes another name for the same party', () => {
    const agents = agentRenamed(agentJoined({}, ann, 100), { ...ann, nickname: 'Annie' });
    expect(agents[2]).to.include({ name: 'Annie', connectedTime: 100 });
  });

  it('is a new one after each change, and the old one stays as it was', () => {
    const before: Agents = agentJoined({}, ann, 100);
    const copy = structuredClone(before);
    agentLeft(before, ann, 200);
    agentRenamed(before, { ...ann, nickname: 'X' });
    agentJoined(before, sam, 200);
    expect(before).to.deep.equal(copy);
  });

  it('counts human agents who are there, and neither supervisors, bots nor other parties', () => {
    const parties: Participant[] = [
      ann,
      sam,
      { participantId: 4, nickname: 'Bot', type: 'Bot' },
      { participantId: 5, nickname: 'System', type: 'External' },
      { participantId: 6, nickname: 'Bob', type: 'Agent' },
    ];
    const agents = parties.reduce<Agents>((all, party) => agentJoined(all, party, 1), {});
    expect(numAgentsConnected({})).to.equal(0);
    expect(numAgentsConnected(agents)).to.equal(2);
    expect(numAgentsConnected(agentLeft(agents, ann, 2))).to.equal(1);
  });
});
