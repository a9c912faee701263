import type { Rule } from '../rule.ts';
import { missingHeaders } from './support/operations.ts';

export const rateLimitHeaders: Rule = {
  id: 'rate-limit-headers',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'A response 429 carries RateLimit, RateLimit-Policy and Retry-After.',
  why: 'Without them a client can only guess when to try again, and guesses too early.',
  fix: 'Add the shared headers, or use the shared response TooManyRequests.',
  reference: 'draft-ietf-httpapi-ratelimit-headers; RFC 9110, 10.2.3',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const { responses } of contract.operations) {
      for (const response of responses) {
        if (response.status !== '429') continue;
        const missing = missingHeaders(response, ['RateLimit', 'RateLimit-Policy', 'Retry-After']);
        if (missing.length === 0) continue;
        const message = `The response 429 has no ${missing.map((name) => `"${name}"`).join(', ')}. Add the shared headers.`;
        report({ location: response.location, message });
      }
    }
  },
};
