// Who decides what, as sentences of the minutes: the project's matrix of authority, topics of one order and one basis together.

import type { Authority, AuthorityRule } from '../../engine/unified-protocol';
import { paperWords as words } from '../../i18n/paper-words';

/** "NIK, nomor KK, dan nama ditetapkan menurut data kependudukan (Dukcapil); dasar: UU 24/2013." */
export function authorityStatements(rules: readonly AuthorityRule[]): string[] {
  const groups = new Map<string, { order: readonly Authority[]; basis: string; topics: string[] }>();
  for (const { topic, order, basis } of rules) {
    const key = JSON.stringify([order, basis]);
    const group = groups.get(key) ?? { order, basis, topics: [] };
    group.topics.push(words.topic(topic));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ order, basis, topics }) => {
    const said = `${joined(topics)} ${words.decidedBy} ${order.map(nameOf).join(words.thenBy)}`;
    const first = said.charAt(0).toUpperCase() + said.slice(1);
    return basis === '' ? `${first}.` : `${first}; ${words.basis}: ${basis}.`;
  });
}

function joined(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 3 ? items.join(' dan ') : `${items.slice(0, -1).join(', ')}, dan ${last}`;
}

function nameOf({ owner = '', kind = '', layout = '' }: Authority): string {
  return [words.ownerName(owner), kind === '' ? '' : words.kind(kind), layout === '' ? '' : words.listOf(layout)]
    .filter((part) => part !== '')
    .join(', ');
}
