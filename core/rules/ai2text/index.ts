import type { Rule } from '../rule.ts';
import { boundedArrays } from './bounded-arrays.ts';
import { boundedStrings } from './bounded-strings.ts';
import { cloudeventsEnvelope } from './cloudevents-envelope.ts';
import { componentNameCase } from './component-name-case.ts';
import { cursorPagination } from './cursor-pagination.ts';
import { deprecationHeaders } from './deprecation-headers.ts';
import { described } from './described.ts';
import { etagOnRead } from './etag-on-read.ts';
import { eventCorrelationId } from './event-correlation-id.ts';
import { eventTypeVersioned } from './event-type-versioned.ts';
import { examplesPresent } from './examples-present.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { ifMatchOnUpdate } from './if-match-on-update.ts';
import { infoComplete } from './info-complete.ts';
import { operationDocumented } from './operation-documented.ts';
import { operationIdCase } from './operation-id-case.ts';
import { operationSecurity } from './operation-security.ts';
import { pathCase } from './path-case.ts';
import { problemDetails } from './problem-details.ts';
import { rateLimitHeaders } from './rate-limit-headers.ts';
import { rateLimitResponse } from './rate-limit-response.ts';
import { requestIdHeader } from './request-id-header.ts';

/** The platform's own conventions. Off unless the configuration enables the ruleset `ai2text`. */
export const ai2textRules: readonly Rule[] = [
  infoComplete,
  operationDocumented,
  operationIdCase,
  operationSecurity,
  pathCase,
  componentNameCase,
  problemDetails,
  requestIdHeader,
  rateLimitResponse,
  rateLimitHeaders,
  deprecationHeaders,
  cursorPagination,
  idempotencyKey,
  etagOnRead,
  ifMatchOnUpdate,
  boundedStrings,
  boundedArrays,
  examplesPresent,
  described,
  cloudeventsEnvelope,
  eventTypeVersioned,
  eventCorrelationId,
];
