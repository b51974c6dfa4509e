// The three answers, each with its key; where they stand does not change from question to question.

import { type Answer, kAnswers } from '../../engine/review-protocol';
import { t } from '../../i18n';
import { type Child, el } from '../../lib/dom';

export interface Bar {
  words: Record<Answer, string>;
  keys?: boolean; // whether a key each gives them, too
  given?: Answer | 'parts' | undefined;
  answer: (answer: Answer) => void;
  more?: Child[];
}

export function answerButtons({ words, keys = false, given, answer, more = [] }: Bar): HTMLElement {
  const { review } = t();
  return el(
    'div',
    { class: 'answers', role: 'group', 'aria-label': review.answerBar },
    ...kAnswers.map((each) =>
      el(
        'button',
        {
          type: 'button',
          class: 'button answer-button',
          'data-testid': `answer-${each}`,
          'data-key': `answer-${each}`,
          'aria-pressed': given === undefined ? undefined : String(given === each),
          'aria-keyshortcuts': keys && review.answerKey[each],
          onclick: () => answer(each),
        },
        keys && el('kbd', {}, review.answerKey[each]),
        words[each],
      ),
    ),
    ...more,
  );
}
