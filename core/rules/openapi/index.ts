import type { Rule } from '../rule.ts';
import { additionalOperationMethod } from './additional-operation-method.ts';
import { bodyParameterSingle } from './body-parameter-single.ts';
import { componentKeyLegal } from './component-key-legal.ts';
import { discriminatorPropertyDefined } from './discriminator-property-defined.ts';
import { discriminatorPropertyRequired } from './discriminator-property-required.ts';
import { encodingPropertyDefined } from './encoding-property-defined.ts';
import { exampleExclusive } from './example-exclusive.ts';
import { expressionWellFormed } from './expression-well-formed.ts';
import { fileParameterConsumes } from './file-parameter-consumes.ts';
import { headerNameLegal } from './header-name-legal.ts';
import { headerParameterIgnored } from './header-parameter-ignored.ts';
import { linkTargetExists } from './link-target-exists.ts';
import { mediaTypeLegal } from './media-type-legal.ts';
import { oauthScopeDefined } from './oauth-scope-defined.ts';
import { operationIdUnique } from './operation-id-unique.ts';
import { parameterQueryOnly } from './parameter-query-only.ts';
import { parameterSchemaOrContent } from './parameter-schema-or-content.ts';
import { parameterStyleFits } from './parameter-style-fits.ts';
import { parameterStyleLegal } from './parameter-style-legal.ts';
import { parameterUnique } from './parameter-unique.ts';
import { pathParameterDeclared } from './path-parameter-declared.ts';
import { pathParameterRequired } from './path-parameter-required.ts';
import { pathStartsWithSlash } from './path-starts-with-slash.ts';
import { pathTemplateWellFormed } from './path-template-well-formed.ts';
import { pathUnique } from './path-unique.ts';
import { querystringAlone } from './querystring-alone.ts';
import { refSiblingsIgnored } from './ref-siblings-ignored.ts';
import { requestBodyOnGet } from './request-body-on-get.ts';
import { responseHeaderIgnored } from './response-header-ignored.ts';
import { responseRequired } from './response-required.ts';
import { responseStatusLegal } from './response-status-legal.ts';
import { responseSuccessDescribed } from './response-success-described.ts';
import { schemaBoundsPossible } from './schema-bounds-possible.ts';
import { schemaCycleEndless } from './schema-cycle-endless.ts';
import { schemaItemsRequired } from './schema-items-required.ts';
import { schemaNullableEffective } from './schema-nullable-effective.ts';
import { schemaPatternCompiles } from './schema-pattern-compiles.ts';
import { schemaReadOrWrite } from './schema-read-or-write.ts';
import { securitySchemeDefined } from './security-scheme-defined.ts';
import { securityScopesLegal } from './security-scopes-legal.ts';
import { serverNameUnique } from './server-name-unique.ts';
import { serverVariableDefaultListed } from './server-variable-default-listed.ts';
import { serverVariablesDefined } from './server-variables-defined.ts';
import { tagParentExists } from './tag-parent-exists.ts';
import { tagUnique } from './tag-unique.ts';

/** What the OpenAPI specifications state in prose, beyond what their meta-schemas can say. */
export const openApiRules: readonly Rule[] = [
  additionalOperationMethod,
  bodyParameterSingle,
  componentKeyLegal,
  discriminatorPropertyDefined,
  discriminatorPropertyRequired,
  encodingPropertyDefined,
  exampleExclusive,
  expressionWellFormed,
  fileParameterConsumes,
  headerNameLegal,
  headerParameterIgnored,
  linkTargetExists,
  mediaTypeLegal,
  oauthScopeDefined,
  operationIdUnique,
  parameterQueryOnly,
  parameterSchemaOrContent,
  parameterStyleFits,
  parameterStyleLegal,
  parameterUnique,
  pathParameterDeclared,
  pathParameterRequired,
  pathStartsWithSlash,
  pathTemplateWellFormed,
  pathUnique,
  querystringAlone,
  refSiblingsIgnored,
  requestBodyOnGet,
  responseHeaderIgnored,
  responseRequired,
  responseStatusLegal,
  responseSuccessDescribed,
  schemaBoundsPossible,
  schemaCycleEndless,
  schemaItemsRequired,
  schemaNullableEffective,
  schemaPatternCompiles,
  schemaReadOrWrite,
  securitySchemeDefined,
  securityScopesLegal,
  serverNameUnique,
  serverVariableDefaultListed,
  serverVariablesDefined,
  tagParentExists,
  tagUnique,
];
