import type { Rule } from '../rule.ts';
import { channelAddressExpression } from './channel-address-expression.ts';
import { channelAddressPlain } from './channel-address-plain.ts';
import { channelParameterDefined } from './channel-parameter-defined.ts';
import { channelParameterInAddress } from './channel-parameter-in-address.ts';
import { channelParameterName } from './channel-parameter-name.ts';
import { channelParameterValues } from './channel-parameter-values.ts';
import { channelServerAtRoot } from './channel-server-at-root.ts';
import { channelServerDefined } from './channel-server-defined.ts';
import { eventDiscriminatorRequired } from './event-discriminator-required.ts';
import { eventOperationIdUnique } from './event-operation-id-unique.ts';
import { eventReferenceKind } from './event-reference-kind.ts';
import { eventSecuritySchemeDefined } from './event-security-scheme-defined.ts';
import { eventSecurityScopeAvailable } from './event-security-scope-available.ts';
import { eventSecurityScopesEmpty } from './event-security-scopes-empty.ts';
import { eventServerName } from './event-server-name.ts';
import { eventServerVariableDefined } from './event-server-variable-defined.ts';
import { eventServerVariableUsed } from './event-server-variable-used.ts';
import { eventServerVariableValues } from './event-server-variable-values.ts';
import { eventTagUnique } from './event-tag-unique.ts';
import { messageContentType } from './message-content-type.ts';
import { messageHeadersObject } from './message-headers-object.ts';
import { messageIdUnique } from './message-id-unique.ts';
import { messageSchemaForm } from './message-schema-form.ts';
import { operationChannelAtRoot } from './operation-channel-at-root.ts';
import { operationMessageOfChannel } from './operation-message-of-channel.ts';
import { replyAddressAlone } from './reply-address-alone.ts';
import { replyChannelAtRoot } from './reply-channel-at-root.ts';
import { replyMessageOfChannel } from './reply-message-of-channel.ts';
import { runtimeExpression } from './runtime-expression.ts';

/** What the AsyncAPI specification says in prose, object by object. */
export const asyncApiRules: readonly Rule[] = [
  eventServerName,
  eventServerVariableDefined,
  eventServerVariableUsed,
  eventServerVariableValues,
  eventSecuritySchemeDefined,
  eventSecurityScopeAvailable,
  eventSecurityScopesEmpty,
  channelAddressExpression,
  channelAddressPlain,
  channelParameterDefined,
  channelParameterInAddress,
  channelParameterName,
  channelParameterValues,
  channelServerAtRoot,
  channelServerDefined,
  operationChannelAtRoot,
  operationMessageOfChannel,
  eventOperationIdUnique,
  replyAddressAlone,
  replyChannelAtRoot,
  replyMessageOfChannel,
  messageContentType,
  messageHeadersObject,
  messageIdUnique,
  messageSchemaForm,
  eventTagUnique,
  eventDiscriminatorRequired,
  eventReferenceKind,
  runtimeExpression,
];
