// How exact padan is, in words: a share with its limits, or that nobody has checked.

import type { AuditResult } from '../engine/review-protocol';
import { fill, percent, t } from '../i18n';

/** 97,5 % (antara 94,1 % dan 99,2 %). */
export function shareWords(share: AuditResult['precision']): string {
  const { review } = t();
  return share
    ? fill(review.auditInterval, {
        value: percent(share.value, 1),
        low: percent(share.low, 1),
        high: percent(share.high, 1),
      })
    : review.auditNone;
}
