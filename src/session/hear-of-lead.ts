import type { LeadWord, TabLeader } from './tab-leader.js';

/** Another tab says something of the lead. */
export function hearOfLead(leader: TabLeader, word: LeadWord): void {
  const { platform, post } = leader.options;
  if (word === 'keepsLead') platform.clock.clearTimeout(leader.answerTimer);
  else if (word === 'offersLead') leader.ask();
  else if (leader.isLeader && !platform.page.isHidden()) post({ type: 'keepsLead' });
}
