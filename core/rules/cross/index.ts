import type { CrossRule } from './cross-rule.ts';
import { eventPartyExists } from './event-party-exists.ts';
import { refAcrossContracts } from './ref-across-contracts.ts';
import { sharedIdSchema } from './shared-id-schema.ts';

export type { ContractAt, CrossRule } from './cross-rule.ts';

/** The rules about several contracts together. */
export const crossRules: readonly CrossRule[] = [sharedIdSchema, refAcrossContracts, eventPartyExists];
