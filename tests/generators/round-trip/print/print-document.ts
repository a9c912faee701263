import type { ContractPlan } from '../plan.ts';
import { printOpenApi } from './openapi.ts';
import { printSwagger } from './swagger.ts';

/** The document that a contract is read from. */
export function printDocument(plan: ContractPlan): unknown {
  return plan.dialect === '2.0' ? printSwagger(plan) : printOpenApi(plan);
}
