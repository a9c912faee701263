import { expect, test } from 'vitest';
import { read } from './asyncapi/support.ts';
import { plain } from './plain.ts';
import { readHttp } from './read-text.ts';

const info = 'info: {title: Login, version: 1.0.0}';
const authorize = 'https://login.example.org/authorize';
const token = 'https://login.example.org/token';

test('the one flow of OpenAPI 2.0 and the flows of 3.x are the same, each with its URLs and scopes', () => {
  const flow = { type: 'authorizationCode', authorizationUrl: authorize, tokenUrl: token, scopes: { read: 'Read' } };
  const scheme = { name: 'login', type: 'oauth2', scopes: { read: 'Read' }, flows: [flow] };
  expect(
    schemesOf(`swagger: '2.0'
${info}
paths: {}
securityDefinitions:
  login: {type: oauth2, flow: accessCode, authorizationUrl: ${authorize}, tokenUrl: ${token}, scopes: {read: Read}}
`),
  ).toEqual({ login: scheme });
  expect(
    schemesOf(`openapi: 3.1.0
${info}
components:
  securitySchemes:
    login:
      type: oauth2
      flows: {authorizationCode: {authorizationUrl: ${authorize}, tokenUrl: ${token}, scopes: {read: Read}}}
`),
  ).toEqual({ login: scheme });
});

test('OpenAPI 3.2 adds a flow for devices and a place where the authorization server describes itself', () => {
  expect(
    schemesOf(`openapi: 3.2.0
${info}
components:
  securitySchemes:
    login:
      type: oauth2
      oauth2MetadataUrl: https://login.example.org/.well-known/oauth-authorization-server
      flows:
        deviceAuthorization:
          deviceAuthorizationUrl: https://login.example.org/device
          tokenUrl: ${token}
          refreshUrl: https://login.example.org/refresh
          scopes: {}
        x-note: {}
`),
  ).toEqual({
    login: {
      name: 'login',
      type: 'oauth2',
      oauth2MetadataUrl: 'https://login.example.org/.well-known/oauth-authorization-server',
      flows: [
        {
          type: 'deviceAuthorization',
          deviceAuthorizationUrl: 'https://login.example.org/device',
          tokenUrl: token,
          refreshUrl: 'https://login.example.org/refresh',
        },
      ],
    },
  });
});

test('AsyncAPI calls the scopes of a flow available since 3.0', () => {
  const flow = { type: 'clientCredentials', tokenUrl: token, scopes: { read: 'Read' } };
  const scheme = { name: 'login', type: 'oauth2', scopes: { read: 'Read' }, flows: [flow] };
  const schemes = (version: string, scopes: string): unknown => {
    const flows = `{clientCredentials: {tokenUrl: ${token}, ${scopes}: {read: Read}}}`;
    const { contract } = read(
      version,
      `channels: {}
components: {securitySchemes: {login: {type: oauth2, flows: ${flows}}}}
`,
    );
    return plain(contract.securitySchemes);
  };
  expect(schemes('2.6.0', 'scopes')).toEqual({ login: scheme });
  expect(schemes('3.0.0', 'availableScopes')).toEqual({ login: scheme });
});

function schemesOf(text: string): unknown {
  return plain(readHttp(text).contract.securitySchemes);
}
