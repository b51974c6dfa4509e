// Who receives what from whom: quotas and money, gaps and overlaps, what leaves for agencies and donors, what changed since.

import type { App } from '../../app';
import { t } from '../../i18n';
import { planScreen } from '../plan-screen';
import { change } from './change';
import { extracts } from './extracts';
import { matrix } from './matrix';
import { programmes } from './programmes';

export function program(root: HTMLElement, app: App, signal: AbortSignal): void {
  planScreen(root, app, signal, {
    id: 'program-tab',
    tabs: ['programmes', 'matrix', 'extracts', 'change'],
    parts: { programmes, matrix, extracts, change },
    words: t().program,
  });
}
