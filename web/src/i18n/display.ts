// How a value of a list is shown: identity grouped or masked (lib/identity.ts), dates as people write them.

import { showField } from '../lib/identity';
import { date } from './index';

export function display(field: string, value: string, masked: boolean): string {
  const shown = showField(field, value, masked);
  return field === 'birth_date' ? date(shown) : shown;
}
