/** Why one tool rejects a document and the other does not, and why we hold our view. */
export type Disagreement =
  /** We reject, they accept: one of these rules speaks. */
  | { readonly weReject: readonly string[]; readonly because: string }
  /** They reject, we accept: their first reason reads like this. */
  | { readonly theyReject: RegExp; readonly because: string };

/** Every kind of disagreement between our verdicts and those of the two parsers on the documents of this repository. */
export const disagreements: readonly Disagreement[] = [
  {
    theyReject: /^Unsupported OpenAPI version: 3\.2/,
    because: 'swagger-parser does not know OpenAPI 3.2.',
  },
  {
    theyReject: /is not a valid Openapi API definition$/,
    because: 'swagger-parser asks for "paths" in 3.1 and 3.2 too, where "components" or "webhooks" are enough.',
  },
  {
    theyReject: /"channels" property must match format "uri-template"/,
    because:
      'AsyncAPI names parameters with letters, digits, "_" and "-"; RFC 6570, which has no "-" in names, is what the parser holds addresses against.',
  },
  {
    theyReject: /^asyncapi2-operation-operationId-uniqueness/,
    because:
      'Ids are unique among the operations of the API; the parser counts a channel under "components" that no address refers to.',
  },
  {
    theyReject: /^asyncapi2-message-messageId-uniqueness/,
    because: 'One message that two operations refer to is one message; the parser counts it once for each reference.',
  },
  {
    theyReject: /^asyncapi3-operation-messages-from-referred-channel/,
    because:
      'A channel that is a reference to a component is that component, so its messages may be named under either; the parser compares the texts.',
  },
  {
    weReject: [
      'link-target-exists',
      'operation-id-unique',
      'parameter-unique',
      'path-parameter-declared',
      'path-template-well-formed',
      'path-unique',
      'schema-read-or-write',
      'security-scheme-defined',
      'security-scopes-legal',
      'server-variables-defined',
      'tag-unique',
      'expression-well-formed',
    ],
    because:
      'The specification demands it in prose; swagger-parser checks prose for 2.0 only, and the schema for the rest.',
  },
  {
    weReject: ['response-required'],
    because:
      '"The Responses Object MUST contain at least one response code"; the schema that swagger-parser uses lets it be empty.',
  },
  {
    weReject: ['structure-value'],
    because: 'The newest 3.1 schema wants media ranges as keys of a content; swagger-parser has an older one.',
  },
  {
    weReject: [
      'channel-address-expression',
      'channel-parameter-values',
      'event-discriminator-required',
      'event-security-scopes-empty',
      'event-server-name',
      'event-server-variable-values',
      'example-matches-schema',
      'message-content-type',
      'message-headers-object',
      'message-schema-form',
      'reply-address-alone',
      'reply-channel-at-root',
      'reply-message-of-channel',
      'runtime-expression',
    ],
    because: 'The specification demands it in prose that asyncapi/parser has no rule for in that version.',
  },
  {
    weReject: ['default-matches-schema'],
    because:
      'A message under "components" that no channel uses is checked like any other; asyncapi/parser leaves its defaults alone.',
  },
];
