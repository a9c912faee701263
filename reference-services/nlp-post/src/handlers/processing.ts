import type { Principal } from '../../../common/auth/token-verifier.ts';
import { refuse } from '../../../common/service/answers.ts';
import type { Handlers } from '../../generated/index.ts';
import type { NlpPostDeps } from '../deps.ts';
import { resultOf } from '../process-result.ts';
import { isVietnamese } from '../text/language.ts';
import { processText } from '../text/process-text.ts';
import { refuseUnknownPatterns } from './unknown-patterns.ts';

export const processingHandlers = {
  processText: async ({ body }) => {
    const { text, language = 'vi', options = {} } = body;
    if (!isVietnamese(language)) {
      const errors = [{ pointer: '#/language', detail: 'must be vi or vi-VN' }];
      return refuse('unprocessable', 'Only Vietnamese is processed.', errors);
    }
    const refusal = refuseUnknownPatterns(options);
    if (refusal !== undefined) return refusal;
    const result = resultOf(processText(text, options), language);
    if (result === 'too-much') {
      const errors = [{ pointer: '#/text', detail: 'has more sentences or personal data than one answer holds' }];
      return refuse('unprocessable', 'Send the text in smaller parts.', errors);
    }
    return { status: 200, body: result };
  },
} satisfies Partial<Handlers<NlpPostDeps, Principal>>;
