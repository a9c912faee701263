// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

type Init = Pick<RequestInit, 'redirect' | 'window'>;

/**
 * For bodies that may not fit into memory. To be able to send one again after a redirect, Node keeps a copy of it
 * (nodejs/undici#4058), so such requests follow none. Cloudflare Workers do not know how to refuse redirects.
 */
export function withoutRedirects(): Init {
  const init: Init = { redirect: 'error', window: null };
  try {
    new Request('http://localhost', init);
    return init;
  } catch {
    return {};
  }
}
