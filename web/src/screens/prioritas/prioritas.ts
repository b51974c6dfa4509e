// Who comes first, and in which villages work begins.

import type { App } from '../../app';
import { t } from '../../i18n';
import { planScreen } from '../plan-screen';
import { lokus } from './lokus';
import { ranking } from './ranking';

export function prioritas(root: HTMLElement, app: App, signal: AbortSignal): void {
  planScreen(root, app, signal, {
    id: 'prioritas-tab',
    tabs: ['ranking', 'lokus'],
    parts: { ranking, lokus },
    words: t().prioritas,
  });
}
