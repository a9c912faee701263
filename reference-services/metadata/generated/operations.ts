/** Generated from AI2Text metadata 1.1.0. Do not edit: change the contract and generate again. */
import type { OperationSpec } from './runtime/index.ts';

/** What the contract says about each operation, as data. */
export const operations = {
  listRecordings: {
    id: 'listRecordings',
    method: 'GET',
    path: '/v1/recordings',
    parameters: [
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/Cursor' },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'integer', minimum: 1, maximum: 100 },
        default: 20,
      },
      {
        name: 'status',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/RecordingStatus' },
      },
      {
        name: 'language',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/LanguageTag' },
      },
      {
        name: 'label',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/Labels' },
      },
      {
        name: 'createdAfter',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/Timestamp' },
      },
      {
        name: 'createdBefore',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/Timestamp' },
      },
      {
        name: 'sha256',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/Sha256' },
      },
      {
        name: 'sort',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'string', enum: ['-createdAt', 'createdAt'] },
        default: '-createdAt',
      },
    ],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/RecordingPage' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['recordings:read'] }] }],
  },
  createRecording: {
    id: 'createRecording',
    method: 'POST',
    path: '/v1/recordings',
    parameters: [
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 8,
          maxLength: 128,
          pattern: '^[A-Za-z0-9._:-]{8,128}$',
        },
      },
    ],
    body: {
      required: true,
      content: [{ type: 'application/json', schema: { $ref: '#/$defs/RecordingCreate' } }],
    },
    responses: [
      {
        status: '201',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
          {
            name: 'Location',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 2048,
              format: 'uri-reference',
            },
          },
          {
            name: 'Idempotency-Replayed',
            required: false,
            explode: false,
            schema: { type: 'boolean' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Recording' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['recordings:write'] }] }],
  },
  getRecording: {
    id: 'getRecording',
    method: 'GET',
    path: '/v1/recordings/{recordingId}',
    parameters: [
      {
        name: 'recordingId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RecordingId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
    ],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Recording' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['recordings:read'] }] }],
  },
  replaceRecording: {
    id: 'replaceRecording',
    method: 'PUT',
    path: '/v1/recordings/{recordingId}',
    parameters: [
      {
        name: 'recordingId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RecordingId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 66,
          pattern: '^"[A-Za-z0-9_-]{1,64}"$',
        },
      },
    ],
    body: {
      required: true,
      content: [{ type: 'application/json', schema: { $ref: '#/$defs/RecordingReplace' } }],
    },
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
          {
            name: 'Deprecation',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 2,
              maxLength: 13,
              pattern: '^@[0-9]{1,12}$',
            },
          },
          {
            name: 'Sunset',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 29,
              maxLength: 29,
              pattern: '^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Recording' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '412',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '428',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['recordings:write'] }] }],
  },
  updateRecording: {
    id: 'updateRecording',
    method: 'PATCH',
    path: '/v1/recordings/{recordingId}',
    parameters: [
      {
        name: 'recordingId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RecordingId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 66,
          pattern: '^"[A-Za-z0-9_-]{1,64}"$',
        },
      },
    ],
    body: {
      required: true,
      content: [
        {
          type: 'application/merge-patch+json',
          schema: { $ref: '#/$defs/RecordingPatch' },
        },
      ],
    },
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Recording' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '412',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '428',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['recordings:write'] }] }],
  },
  deleteRecording: {
    id: 'deleteRecording',
    method: 'DELETE',
    path: '/v1/recordings/{recordingId}',
    parameters: [
      {
        name: 'recordingId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RecordingId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 66,
          pattern: '^"[A-Za-z0-9_-]{1,64}"$',
        },
      },
    ],
    responses: [
      {
        status: '204',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '412',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '428',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['recordings:write'] }] }],
  },
  listTranscripts: {
    id: 'listTranscripts',
    method: 'GET',
    path: '/v1/recordings/{recordingId}/transcripts',
    parameters: [
      {
        name: 'recordingId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RecordingId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/Cursor' },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'integer', minimum: 1, maximum: 100 },
        default: 20,
      },
      {
        name: 'status',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/TranscriptStatus' },
      },
    ],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/TranscriptPage' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:read'] }] }],
  },
  createTranscript: {
    id: 'createTranscript',
    method: 'POST',
    path: '/v1/recordings/{recordingId}/transcripts',
    parameters: [
      {
        name: 'recordingId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RecordingId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 8,
          maxLength: 128,
          pattern: '^[A-Za-z0-9._:-]{8,128}$',
        },
      },
    ],
    body: {
      required: true,
      content: [{ type: 'application/json', schema: { $ref: '#/$defs/TranscriptCreate' } }],
    },
    responses: [
      {
        status: '201',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
          {
            name: 'Location',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 2048,
              format: 'uri-reference',
            },
          },
          {
            name: 'Idempotency-Replayed',
            required: false,
            explode: false,
            schema: { type: 'boolean' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Transcript' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:write'] }] }],
  },
  getTranscript: {
    id: 'getTranscript',
    method: 'GET',
    path: '/v1/transcripts/{transcriptId}',
    parameters: [
      {
        name: 'transcriptId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/TranscriptId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
    ],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Transcript' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:read'] }] }],
  },
  updateTranscript: {
    id: 'updateTranscript',
    method: 'PATCH',
    path: '/v1/transcripts/{transcriptId}',
    parameters: [
      {
        name: 'transcriptId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/TranscriptId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 66,
          pattern: '^"[A-Za-z0-9_-]{1,64}"$',
        },
      },
    ],
    body: {
      required: true,
      content: [
        {
          type: 'application/merge-patch+json',
          schema: { $ref: '#/$defs/TranscriptPatch' },
        },
      ],
    },
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Transcript' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '412',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '428',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:write'] }] }],
  },
  deleteTranscript: {
    id: 'deleteTranscript',
    method: 'DELETE',
    path: '/v1/transcripts/{transcriptId}',
    parameters: [
      {
        name: 'transcriptId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/TranscriptId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 66,
          pattern: '^"[A-Za-z0-9_-]{1,64}"$',
        },
      },
    ],
    responses: [
      {
        status: '204',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '412',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '428',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/Problem' },
          },
        ],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:write'] }] }],
  },
  listSegments: {
    id: 'listSegments',
    method: 'GET',
    path: '/v1/transcripts/{transcriptId}/segments',
    parameters: [
      {
        name: 'transcriptId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/TranscriptId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/Cursor' },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'integer', minimum: 1, maximum: 100 },
        default: 20,
      },
      {
        name: 'speakerId',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/SpeakerId' },
      },
      {
        name: 'fromSeconds',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/DurationSeconds' },
      },
      {
        name: 'toSeconds',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/DurationSeconds' },
      },
    ],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/SegmentPage' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:read'] }] }],
  },
  appendSegments: {
    id: 'appendSegments',
    method: 'POST',
    path: '/v1/transcripts/{transcriptId}/segments',
    parameters: [
      {
        name: 'transcriptId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/TranscriptId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 8,
          maxLength: 128,
          pattern: '^[A-Za-z0-9._:-]{8,128}$',
        },
      },
    ],
    body: {
      required: true,
      content: [{ type: 'application/json', schema: { $ref: '#/$defs/SegmentBatch' } }],
    },
    responses: [
      {
        status: '201',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Location',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 2048,
              format: 'uri-reference',
            },
          },
          {
            name: 'Idempotency-Replayed',
            required: false,
            explode: false,
            schema: { type: 'boolean' },
          },
        ],
        content: [
          {
            type: 'application/json',
            schema: { $ref: '#/$defs/SegmentBatchResult' },
          },
        ],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:write'] }] }],
  },
  getSegment: {
    id: 'getSegment',
    method: 'GET',
    path: '/v1/segments/{segmentId}',
    parameters: [
      {
        name: 'segmentId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/SegmentId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
    ],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Segment' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:read'] }] }],
  },
  updateSegment: {
    id: 'updateSegment',
    method: 'PATCH',
    path: '/v1/segments/{segmentId}',
    parameters: [
      {
        name: 'segmentId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/SegmentId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 66,
          pattern: '^"[A-Za-z0-9_-]{1,64}"$',
        },
      },
    ],
    body: {
      required: true,
      content: [{ type: 'application/merge-patch+json', schema: { $ref: '#/$defs/SegmentPatch' } }],
    },
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Segment' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '412',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '428',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['transcripts:write'] }] }],
  },
  listSpeakers: {
    id: 'listSpeakers',
    method: 'GET',
    path: '/v1/speakers',
    parameters: [
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { $ref: '#/$defs/Cursor' },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'integer', minimum: 1, maximum: 100 },
        default: 20,
      },
      {
        name: 'name',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        schema: { type: 'string', minLength: 1, maxLength: 100 },
      },
    ],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/SpeakerPage' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['speakers:read'] }] }],
  },
  createSpeaker: {
    id: 'createSpeaker',
    method: 'POST',
    path: '/v1/speakers',
    parameters: [
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 8,
          maxLength: 128,
          pattern: '^[A-Za-z0-9._:-]{8,128}$',
        },
      },
    ],
    body: {
      required: true,
      content: [{ type: 'application/json', schema: { $ref: '#/$defs/SpeakerCreate' } }],
    },
    responses: [
      {
        status: '201',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
          {
            name: 'Location',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 2048,
              format: 'uri-reference',
            },
          },
          {
            name: 'Idempotency-Replayed',
            required: false,
            explode: false,
            schema: { type: 'boolean' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Speaker' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['speakers:write'] }] }],
  },
  getSpeaker: {
    id: 'getSpeaker',
    method: 'GET',
    path: '/v1/speakers/{speakerId}',
    parameters: [
      {
        name: 'speakerId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/SpeakerId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
    ],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Speaker' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['speakers:read'] }] }],
  },
  updateSpeaker: {
    id: 'updateSpeaker',
    method: 'PATCH',
    path: '/v1/speakers/{speakerId}',
    parameters: [
      {
        name: 'speakerId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/SpeakerId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 66,
          pattern: '^"[A-Za-z0-9_-]{1,64}"$',
        },
      },
    ],
    body: {
      required: true,
      content: [{ type: 'application/merge-patch+json', schema: { $ref: '#/$defs/SpeakerPatch' } }],
    },
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'ETag',
            required: true,
            explode: false,
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 66,
              pattern: '^"[A-Za-z0-9_-]{1,64}"$',
            },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Speaker' } }],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '409',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '412',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '413',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '415',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '422',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '428',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['speakers:write'] }] }],
  },
  deleteSpeaker: {
    id: 'deleteSpeaker',
    method: 'DELETE',
    path: '/v1/speakers/{speakerId}',
    parameters: [
      {
        name: 'speakerId',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/SpeakerId' },
      },
      {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        style: 'simple',
        explode: false,
        schema: { $ref: '#/$defs/RequestId' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        style: 'simple',
        explode: false,
        schema: {
          type: 'string',
          minLength: 3,
          maxLength: 66,
          pattern: '^"[A-Za-z0-9_-]{1,64}"$',
        },
      },
    ],
    responses: [
      {
        status: '204',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [],
      },
      {
        status: '400',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '401',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'WWW-Authenticate',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '403',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '404',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '412',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '428',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '429',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'RateLimit',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'RateLimit-Policy',
            required: true,
            explode: false,
            schema: { type: 'string', minLength: 1, maxLength: 512 },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '500',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [{ type: 'application/problem+json', schema: { $ref: '#/$defs/Problem' } }],
      },
    ],
    security: [{ schemes: [{ name: 'BearerJwt', scopes: ['speakers:write'] }] }],
  },
  getHealth: {
    id: 'getHealth',
    method: 'GET',
    path: '/health',
    parameters: [],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Health' } }],
      },
    ],
    security: [],
  },
  getReadiness: {
    id: 'getReadiness',
    method: 'GET',
    path: '/ready',
    parameters: [],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'application/json', schema: { $ref: '#/$defs/Readiness' } }],
      },
      {
        status: '503',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
          {
            name: 'Retry-After',
            required: true,
            explode: false,
            schema: { type: 'integer', minimum: 0, maximum: 86400 },
          },
        ],
        content: [
          {
            type: 'application/problem+json',
            schema: { $ref: '#/$defs/ReadinessProblem' },
          },
        ],
      },
    ],
    security: [],
  },
  getMetrics: {
    id: 'getMetrics',
    method: 'GET',
    path: '/metrics',
    parameters: [],
    responses: [
      {
        status: '200',
        headers: [
          {
            name: 'X-Request-Id',
            required: true,
            explode: false,
            schema: { $ref: '#/$defs/RequestId' },
          },
        ],
        content: [{ type: 'text/plain', schema: { $ref: '#/$defs/Metrics' } }],
      },
    ],
    security: [],
  },
} satisfies Readonly<Record<string, OperationSpec>>;
