/** Generated from AI2Text metadata 1.1.0. Do not edit: change the contract and generate again. */
import type { Answer, Context } from './runtime/index.ts';
import type {
  Cursor,
  DurationSeconds,
  Health,
  Labels,
  LanguageTag,
  Metrics,
  Problem,
  Readiness,
  ReadinessProblem,
  Recording,
  RecordingCreate,
  RecordingId,
  RecordingPage,
  RecordingPatch,
  RecordingReplace,
  RecordingStatus,
  RequestId,
  Segment,
  SegmentBatch,
  SegmentBatchResult,
  SegmentId,
  SegmentPage,
  SegmentPatch,
  Sha256,
  Speaker,
  SpeakerCreate,
  SpeakerId,
  SpeakerPage,
  SpeakerPatch,
  Timestamp,
  Transcript,
  TranscriptCreate,
  TranscriptId,
  TranscriptPage,
  TranscriptPatch,
  TranscriptStatus,
} from './types.ts';

/** What `GET /v1/recordings` is asked with. */
export interface ListRecordingsInput {
  readonly query: {
    /** `page.nextCursor` of the page before. Leave it out for the first page. */
    readonly cursor?: Cursor;
    /** The most items that one page may hold. A page may hold fewer even when more follow: go by `page.hasMore`. */
    readonly limit: number;
    /** Only recordings with this status. */
    readonly status?: RecordingStatus;
    /** Only recordings in this language. */
    readonly language?: LanguageTag;
    /**
     * Only recordings that carry this label. Repeat the parameter to ask for several labels, all of which must be there:
     * `?label=h%E1%BB%8Dp&label=qu%C3%BD-ba`.
     */
    readonly label?: Labels;
    /** Only recordings created at this moment or later. */
    readonly createdAfter?: Timestamp;
    /** Only recordings created before this moment. */
    readonly createdBefore?: Timestamp;
    /** Only the recording with this content. A tenant has at most one. */
    readonly sha256?: Sha256;
    /** The order of the list; `-` means descending. */
    readonly sort: '-createdAt' | 'createdAt';
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
  };
}

/** What `GET /v1/recordings` may answer. */
export type ListRecordingsOutput =
  | {
      /** One page of recordings. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: RecordingPage;
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `POST /v1/recordings` is asked with. */
export interface CreateRecordingInput {
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * A key of the caller's making, new for each creation, such as a UUID. Repeat the request with the same key after a
     * timeout: it takes effect once, and the first response is given again for 24 hours. A missing key answers 400, a
     * key whose first request is still in progress 409, a key reused for another payload 422.
     */
    readonly 'Idempotency-Key': string;
  };
  readonly contentType: 'application/json';
  /** The recording to create. */
  readonly body: RecordingCreate;
}

/** What `POST /v1/recordings` may answer. */
export type CreateRecordingOutput =
  | {
      /** The recording is created. */
      readonly status: 201;
      readonly contentType?: 'application/json';
      readonly body: Recording;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
        /** Where the resource is found, as a reference relative to the request. */
        readonly Location: string;
        /** `true` when the response was stored for an earlier request with the same `Idempotency-Key` and is given again. */
        readonly 'Idempotency-Replayed'?: boolean;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /v1/recordings/{recordingId}` is asked with. */
export interface GetRecordingInput {
  readonly path: {
    /** The recording. */
    readonly recordingId: RecordingId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
  };
}

/** What `GET /v1/recordings/{recordingId}` may answer. */
export type GetRecordingOutput =
  | {
      /** The recording. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Recording;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `PUT /v1/recordings/{recordingId}` is asked with. */
export interface ReplaceRecordingInput {
  readonly path: {
    /** The recording. */
    readonly recordingId: RecordingId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * The `ETag` of the representation that the change is based on. When someone else has changed the resource since,
     * the request answers 412 and changes nothing; when the header is missing it answers 428. One strong entity tag;
     * lists and `*` are not accepted.
     */
    readonly 'If-Match': string;
  };
  readonly contentType: 'application/json';
  /** The whole of what people may write about the recording. */
  readonly body: RecordingReplace;
}

/** What `PUT /v1/recordings/{recordingId}` may answer. */
export type ReplaceRecordingOutput =
  | {
      /** The recording is replaced. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Recording;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
        /**
         * Since when the operation has been deprecated (RFC 9745), as a structured-field date: `@` and seconds since 1970.
         */
        readonly Deprecation: string;
        /**
         * When the operation is expected to stop answering (RFC 8594), as an HTTP date, at least 90 days after its
         * deprecation.
         */
        readonly Sunset: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` names an older representation: someone else has changed the resource since it was read. */
      readonly status: 412;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` is missing: a change must say which representation it is based on. */
      readonly status: 428;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `PATCH /v1/recordings/{recordingId}` is asked with. */
export interface UpdateRecordingInput {
  readonly path: {
    /** The recording. */
    readonly recordingId: RecordingId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * The `ETag` of the representation that the change is based on. When someone else has changed the resource since,
     * the request answers 412 and changes nothing; when the header is missing it answers 428. One strong entity tag;
     * lists and `*` are not accepted.
     */
    readonly 'If-Match': string;
  };
  readonly contentType: 'application/merge-patch+json';
  /** The changes. */
  readonly body: RecordingPatch;
}

/** What `PATCH /v1/recordings/{recordingId}` may answer. */
export type UpdateRecordingOutput =
  | {
      /** The recording as it is now. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Recording;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` names an older representation: someone else has changed the resource since it was read. */
      readonly status: 412;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` is missing: a change must say which representation it is based on. */
      readonly status: 428;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `DELETE /v1/recordings/{recordingId}` is asked with. */
export interface DeleteRecordingInput {
  readonly path: {
    /** The recording. */
    readonly recordingId: RecordingId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * The `ETag` of the representation that the change is based on. When someone else has changed the resource since,
     * the request answers 412 and changes nothing; when the header is missing it answers 428. One strong entity tag;
     * lists and `*` are not accepted.
     */
    readonly 'If-Match': string;
  };
}

/** What `DELETE /v1/recordings/{recordingId}` may answer. */
export type DeleteRecordingOutput =
  | {
      /** The recording is deleted. */
      readonly status: 204;
      readonly body?: undefined;
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` names an older representation: someone else has changed the resource since it was read. */
      readonly status: 412;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` is missing: a change must say which representation it is based on. */
      readonly status: 428;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /v1/recordings/{recordingId}/transcripts` is asked with. */
export interface ListTranscriptsInput {
  readonly path: {
    /** The recording. */
    readonly recordingId: RecordingId;
  };
  readonly query: {
    /** `page.nextCursor` of the page before. Leave it out for the first page. */
    readonly cursor?: Cursor;
    /** The most items that one page may hold. A page may hold fewer even when more follow: go by `page.hasMore`. */
    readonly limit: number;
    /** Only transcripts with this status. */
    readonly status?: TranscriptStatus;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
  };
}

/** What `GET /v1/recordings/{recordingId}/transcripts` may answer. */
export type ListTranscriptsOutput =
  | {
      /** One page of transcripts. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: TranscriptPage;
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `POST /v1/recordings/{recordingId}/transcripts` is asked with. */
export interface CreateTranscriptInput {
  readonly path: {
    /** The recording. */
    readonly recordingId: RecordingId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * A key of the caller's making, new for each creation, such as a UUID. Repeat the request with the same key after a
     * timeout: it takes effect once, and the first response is given again for 24 hours. A missing key answers 400, a
     * key whose first request is still in progress 409, a key reused for another payload 422.
     */
    readonly 'Idempotency-Key': string;
  };
  readonly contentType: 'application/json';
  /** The transcript to create. */
  readonly body: TranscriptCreate;
}

/** What `POST /v1/recordings/{recordingId}/transcripts` may answer. */
export type CreateTranscriptOutput =
  | {
      /** The transcript is created. */
      readonly status: 201;
      readonly contentType?: 'application/json';
      readonly body: Transcript;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
        /** Where the resource is found, as a reference relative to the request. */
        readonly Location: string;
        /** `true` when the response was stored for an earlier request with the same `Idempotency-Key` and is given again. */
        readonly 'Idempotency-Replayed'?: boolean;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /v1/transcripts/{transcriptId}` is asked with. */
export interface GetTranscriptInput {
  readonly path: {
    /** The transcript. */
    readonly transcriptId: TranscriptId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
  };
}

/** What `GET /v1/transcripts/{transcriptId}` may answer. */
export type GetTranscriptOutput =
  | {
      /** The transcript. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Transcript;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `PATCH /v1/transcripts/{transcriptId}` is asked with. */
export interface UpdateTranscriptInput {
  readonly path: {
    /** The transcript. */
    readonly transcriptId: TranscriptId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * The `ETag` of the representation that the change is based on. When someone else has changed the resource since,
     * the request answers 412 and changes nothing; when the header is missing it answers 428. One strong entity tag;
     * lists and `*` are not accepted.
     */
    readonly 'If-Match': string;
  };
  readonly contentType: 'application/merge-patch+json';
  /** The changes. */
  readonly body: TranscriptPatch;
}

/** What `PATCH /v1/transcripts/{transcriptId}` may answer. */
export type UpdateTranscriptOutput =
  | {
      /** The transcript as it is now. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Transcript;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` names an older representation: someone else has changed the resource since it was read. */
      readonly status: 412;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` is missing: a change must say which representation it is based on. */
      readonly status: 428;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `DELETE /v1/transcripts/{transcriptId}` is asked with. */
export interface DeleteTranscriptInput {
  readonly path: {
    /** The transcript. */
    readonly transcriptId: TranscriptId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * The `ETag` of the representation that the change is based on. When someone else has changed the resource since,
     * the request answers 412 and changes nothing; when the header is missing it answers 428. One strong entity tag;
     * lists and `*` are not accepted.
     */
    readonly 'If-Match': string;
  };
}

/** What `DELETE /v1/transcripts/{transcriptId}` may answer. */
export type DeleteTranscriptOutput =
  | {
      /** The transcript is deleted. */
      readonly status: 204;
      readonly body?: undefined;
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` names an older representation: someone else has changed the resource since it was read. */
      readonly status: 412;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` is missing: a change must say which representation it is based on. */
      readonly status: 428;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /v1/transcripts/{transcriptId}/segments` is asked with. */
export interface ListSegmentsInput {
  readonly path: {
    /** The transcript. */
    readonly transcriptId: TranscriptId;
  };
  readonly query: {
    /** `page.nextCursor` of the page before. Leave it out for the first page. */
    readonly cursor?: Cursor;
    /** The most items that one page may hold. A page may hold fewer even when more follow: go by `page.hasMore`. */
    readonly limit: number;
    /** Only segments of this speaker. */
    readonly speakerId?: SpeakerId;
    /** Only segments that end after this position. */
    readonly fromSeconds?: DurationSeconds;
    /** Only segments that begin before this position. */
    readonly toSeconds?: DurationSeconds;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
  };
}

/** What `GET /v1/transcripts/{transcriptId}/segments` may answer. */
export type ListSegmentsOutput =
  | {
      /** One page of segments. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: SegmentPage;
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `POST /v1/transcripts/{transcriptId}/segments` is asked with. */
export interface AppendSegmentsInput {
  readonly path: {
    /** The transcript. */
    readonly transcriptId: TranscriptId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * A key of the caller's making, new for each creation, such as a UUID. Repeat the request with the same key after a
     * timeout: it takes effect once, and the first response is given again for 24 hours. A missing key answers 400, a
     * key whose first request is still in progress 409, a key reused for another payload 422.
     */
    readonly 'Idempotency-Key': string;
  };
  readonly contentType: 'application/json';
  /** The segments to append. */
  readonly body: SegmentBatch;
}

/** What `POST /v1/transcripts/{transcriptId}/segments` may answer. */
export type AppendSegmentsOutput =
  | {
      /** The segments are appended. */
      readonly status: 201;
      readonly contentType?: 'application/json';
      readonly body: SegmentBatchResult;
      readonly headers: {
        /** Where the resource is found, as a reference relative to the request. */
        readonly Location: string;
        /** `true` when the response was stored for an earlier request with the same `Idempotency-Key` and is given again. */
        readonly 'Idempotency-Replayed'?: boolean;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /v1/segments/{segmentId}` is asked with. */
export interface GetSegmentInput {
  readonly path: {
    /** The segment. */
    readonly segmentId: SegmentId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
  };
}

/** What `GET /v1/segments/{segmentId}` may answer. */
export type GetSegmentOutput =
  | {
      /** The segment. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Segment;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `PATCH /v1/segments/{segmentId}` is asked with. */
export interface UpdateSegmentInput {
  readonly path: {
    /** The segment. */
    readonly segmentId: SegmentId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * The `ETag` of the representation that the change is based on. When someone else has changed the resource since,
     * the request answers 412 and changes nothing; when the header is missing it answers 428. One strong entity tag;
     * lists and `*` are not accepted.
     */
    readonly 'If-Match': string;
  };
  readonly contentType: 'application/merge-patch+json';
  /** The corrections. */
  readonly body: SegmentPatch;
}

/** What `PATCH /v1/segments/{segmentId}` may answer. */
export type UpdateSegmentOutput =
  | {
      /** The segment as it is now. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Segment;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` names an older representation: someone else has changed the resource since it was read. */
      readonly status: 412;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` is missing: a change must say which representation it is based on. */
      readonly status: 428;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /v1/speakers` is asked with. */
export interface ListSpeakersInput {
  readonly query: {
    /** `page.nextCursor` of the page before. Leave it out for the first page. */
    readonly cursor?: Cursor;
    /** The most items that one page may hold. A page may hold fewer even when more follow: go by `page.hasMore`. */
    readonly limit: number;
    /** Only speakers whose name contains this text. Letter case does not count, tone marks do. */
    readonly name?: string;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
  };
}

/** What `GET /v1/speakers` may answer. */
export type ListSpeakersOutput =
  | {
      /** One page of speakers. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: SpeakerPage;
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `POST /v1/speakers` is asked with. */
export interface CreateSpeakerInput {
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * A key of the caller's making, new for each creation, such as a UUID. Repeat the request with the same key after a
     * timeout: it takes effect once, and the first response is given again for 24 hours. A missing key answers 400, a
     * key whose first request is still in progress 409, a key reused for another payload 422.
     */
    readonly 'Idempotency-Key': string;
  };
  readonly contentType: 'application/json';
  /** The speaker to create. */
  readonly body: SpeakerCreate;
}

/** What `POST /v1/speakers` may answer. */
export type CreateSpeakerOutput =
  | {
      /** The speaker is created. */
      readonly status: 201;
      readonly contentType?: 'application/json';
      readonly body: Speaker;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
        /** Where the resource is found, as a reference relative to the request. */
        readonly Location: string;
        /** `true` when the response was stored for an earlier request with the same `Idempotency-Key` and is given again. */
        readonly 'Idempotency-Replayed'?: boolean;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /v1/speakers/{speakerId}` is asked with. */
export interface GetSpeakerInput {
  readonly path: {
    /** The speaker. */
    readonly speakerId: SpeakerId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
  };
}

/** What `GET /v1/speakers/{speakerId}` may answer. */
export type GetSpeakerOutput =
  | {
      /** The speaker. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Speaker;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `PATCH /v1/speakers/{speakerId}` is asked with. */
export interface UpdateSpeakerInput {
  readonly path: {
    /** The speaker. */
    readonly speakerId: SpeakerId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * The `ETag` of the representation that the change is based on. When someone else has changed the resource since,
     * the request answers 412 and changes nothing; when the header is missing it answers 428. One strong entity tag;
     * lists and `*` are not accepted.
     */
    readonly 'If-Match': string;
  };
  readonly contentType: 'application/merge-patch+json';
  /** The changes. */
  readonly body: SpeakerPatch;
}

/** What `PATCH /v1/speakers/{speakerId}` may answer. */
export type UpdateSpeakerOutput =
  | {
      /** The speaker as it is now. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Speaker;
      readonly headers: {
        /**
         * The strong entity tag of the representation (RFC 9110, section 8.8.3). Send it back in `If-Match` to change the
         * resource.
         */
        readonly ETag: string;
      };
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The request contradicts the present state, or a request with the same `Idempotency-Key` is still in progress. */
      readonly status: 409;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` names an older representation: someone else has changed the resource since it was read. */
      readonly status: 412;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The body is larger than the operation accepts. */
      readonly status: 413;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The operation does not accept this `Content-Type`, or the content contradicts it. */
      readonly status: 415;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /**
       * The request is well formed but asks for something that cannot be, or its `Idempotency-Key` was used for another
       * payload.
       */
      readonly status: 422;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` is missing: a change must say which representation it is based on. */
      readonly status: 428;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `DELETE /v1/speakers/{speakerId}` is asked with. */
export interface DeleteSpeakerInput {
  readonly path: {
    /** The speaker. */
    readonly speakerId: SpeakerId;
  };
  readonly headers: {
    /** An identifier for this request, echoed in the response. The service makes one when there is none. */
    readonly 'X-Request-Id'?: RequestId;
    /**
     * The `ETag` of the representation that the change is based on. When someone else has changed the resource since,
     * the request answers 412 and changes nothing; when the header is missing it answers 428. One strong entity tag;
     * lists and `*` are not accepted.
     */
    readonly 'If-Match': string;
  };
}

/** What `DELETE /v1/speakers/{speakerId}` may answer. */
export type DeleteSpeakerOutput =
  | {
      /** The speaker is deleted. */
      readonly status: 204;
      readonly body?: undefined;
    }
  | {
      /** The request is malformed or does not keep to the schema, or a required `Idempotency-Key` is missing. */
      readonly status: 400;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The access token is missing, expired or not valid. */
      readonly status: 401;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /** How to authenticate (RFC 6750), and what was wrong with the token when there was one. */
        readonly 'WWW-Authenticate': string;
      };
    }
  | {
      /** The access token does not carry the scope that the operation needs. */
      readonly status: 403;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** There is no such resource, or it belongs to another tenant. */
      readonly status: 404;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` names an older representation: someone else has changed the resource since it was read. */
      readonly status: 412;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** `If-Match` is missing: a change must say which representation it is based on. */
      readonly status: 428;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** A rate limit or a quota is used up. Wait as long as `Retry-After` says. */
      readonly status: 429;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * What is left of each quota that applies: `r` requests, and `t` seconds until the window renews
         * (draft-ietf-httpapi-ratelimit-headers).
         */
        readonly RateLimit: string;
        /** The quotas that apply: `q` requests in each window of `w` seconds (draft-ietf-httpapi-ratelimit-headers). */
        readonly 'RateLimit-Policy': string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    }
  | {
      /** The service failed, and the fault is on its side. The details are in its logs, under the request identifier. */
      readonly status: 500;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
    }
  | {
      /** The service, or one that it cannot do without, is not available now. Wait as long as `Retry-After` says. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: Problem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /health` is asked with. */
export type GetHealthInput = { readonly [name: string]: never };

/** What `GET /health` may answer. */
export type GetHealthOutput =
  | {
      /** The process is alive. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Health;
    };

/** What `GET /ready` is asked with. */
export type GetReadinessInput = { readonly [name: string]: never };

/** What `GET /ready` may answer. */
export type GetReadinessOutput =
  | {
      /** The service can take traffic, with all of its dependencies or without some optional ones. */
      readonly status: 200;
      readonly contentType?: 'application/json';
      readonly body: Readiness;
    }
  | {
      /** The service should receive no traffic now: it is starting, draining, or without a dependency that it needs. */
      readonly status: 503;
      readonly contentType?: 'application/problem+json';
      readonly body: ReadinessProblem;
      readonly headers: {
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3). Add jitter, so that clients do not return
         * together.
         */
        readonly 'Retry-After': number;
      };
    };

/** What `GET /metrics` is asked with. */
export type GetMetricsInput = { readonly [name: string]: never };

/** What `GET /metrics` may answer. */
export type GetMetricsOutput =
  | {
      /** The metrics of this process. */
      readonly status: 200;
      readonly contentType?: 'text/plain';
      readonly body: Metrics;
    };

/** What a service must offer: one handler for each operation. End yours in `satisfies Handlers<Deps>`. */
export interface Handlers<Deps, Principal = unknown> {
  /** `GET /v1/recordings`: List the recordings of the tenant. */
  readonly listRecordings: (input: ListRecordingsInput, context: Context<Deps, Principal>) => Answer<ListRecordingsOutput>;
  /** `POST /v1/recordings`: Create a recording. */
  readonly createRecording: (input: CreateRecordingInput, context: Context<Deps, Principal>) => Answer<CreateRecordingOutput>;
  /** `GET /v1/recordings/{recordingId}`: Read a recording. */
  readonly getRecording: (input: GetRecordingInput, context: Context<Deps, Principal>) => Answer<GetRecordingOutput>;
  /**
   * `PUT /v1/recordings/{recordingId}`: Replace what people wrote about a recording.
   *
   * @deprecated
   */
  readonly replaceRecording: (input: ReplaceRecordingInput, context: Context<Deps, Principal>) => Answer<ReplaceRecordingOutput>;
  /** `PATCH /v1/recordings/{recordingId}`: Change a recording. */
  readonly updateRecording: (input: UpdateRecordingInput, context: Context<Deps, Principal>) => Answer<UpdateRecordingOutput>;
  /** `DELETE /v1/recordings/{recordingId}`: Delete a recording. */
  readonly deleteRecording: (input: DeleteRecordingInput, context: Context<Deps, Principal>) => Answer<DeleteRecordingOutput>;
  /** `GET /v1/recordings/{recordingId}/transcripts`: List the transcripts of a recording. */
  readonly listTranscripts: (input: ListTranscriptsInput, context: Context<Deps, Principal>) => Answer<ListTranscriptsOutput>;
  /** `POST /v1/recordings/{recordingId}/transcripts`: Create a transcript for a recording. */
  readonly createTranscript: (input: CreateTranscriptInput, context: Context<Deps, Principal>) => Answer<CreateTranscriptOutput>;
  /** `GET /v1/transcripts/{transcriptId}`: Read a transcript. */
  readonly getTranscript: (input: GetTranscriptInput, context: Context<Deps, Principal>) => Answer<GetTranscriptOutput>;
  /** `PATCH /v1/transcripts/{transcriptId}`: Change a transcript. */
  readonly updateTranscript: (input: UpdateTranscriptInput, context: Context<Deps, Principal>) => Answer<UpdateTranscriptOutput>;
  /** `DELETE /v1/transcripts/{transcriptId}`: Delete a transcript. */
  readonly deleteTranscript: (input: DeleteTranscriptInput, context: Context<Deps, Principal>) => Answer<DeleteTranscriptOutput>;
  /** `GET /v1/transcripts/{transcriptId}/segments`: List the segments of a transcript. */
  readonly listSegments: (input: ListSegmentsInput, context: Context<Deps, Principal>) => Answer<ListSegmentsOutput>;
  /** `POST /v1/transcripts/{transcriptId}/segments`: Append segments to a draft transcript. */
  readonly appendSegments: (input: AppendSegmentsInput, context: Context<Deps, Principal>) => Answer<AppendSegmentsOutput>;
  /** `GET /v1/segments/{segmentId}`: Read a segment. */
  readonly getSegment: (input: GetSegmentInput, context: Context<Deps, Principal>) => Answer<GetSegmentOutput>;
  /** `PATCH /v1/segments/{segmentId}`: Correct a segment. */
  readonly updateSegment: (input: UpdateSegmentInput, context: Context<Deps, Principal>) => Answer<UpdateSegmentOutput>;
  /** `GET /v1/speakers`: List the speakers of the tenant. */
  readonly listSpeakers: (input: ListSpeakersInput, context: Context<Deps, Principal>) => Answer<ListSpeakersOutput>;
  /** `POST /v1/speakers`: Create a speaker. */
  readonly createSpeaker: (input: CreateSpeakerInput, context: Context<Deps, Principal>) => Answer<CreateSpeakerOutput>;
  /** `GET /v1/speakers/{speakerId}`: Read a speaker. */
  readonly getSpeaker: (input: GetSpeakerInput, context: Context<Deps, Principal>) => Answer<GetSpeakerOutput>;
  /** `PATCH /v1/speakers/{speakerId}`: Change a speaker. */
  readonly updateSpeaker: (input: UpdateSpeakerInput, context: Context<Deps, Principal>) => Answer<UpdateSpeakerOutput>;
  /** `DELETE /v1/speakers/{speakerId}`: Delete a speaker. */
  readonly deleteSpeaker: (input: DeleteSpeakerInput, context: Context<Deps, Principal>) => Answer<DeleteSpeakerOutput>;
  /** `GET /health`: Say that the process is alive. */
  readonly getHealth: (input: GetHealthInput, context: Context<Deps>) => Answer<GetHealthOutput>;
  /** `GET /ready`: Say whether the service can do its work. */
  readonly getReadiness: (input: GetReadinessInput, context: Context<Deps>) => Answer<GetReadinessOutput>;
  /** `GET /metrics`: Read the metrics of the process. */
  readonly getMetrics: (input: GetMetricsInput, context: Context<Deps>) => Answer<GetMetricsOutput>;
}
