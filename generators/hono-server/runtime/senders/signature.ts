/** A key as Standard Webhooks writes it, `whsec_` and base64, or its bytes. Several sign side by side while keys change. */
export type SigningSecret = string | Uint8Array<ArrayBuffer>;
export type SigningSecrets = SigningSecret | readonly SigningSecret[];

export interface SignedMessage {
  /** The same for every attempt to deliver a message. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The value of `webhook-signature`: `v1,` and the HMAC-SHA-256 of id, timestamp and body, for each key (Standard Webhooks). */
export async function signatureOf({ id, timestamp, body }: SignedMessage, secrets: SigningSecrets): Promise<string> {
  const prefix = new TextEncoder().encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(prefix.length + body.length);
  content.set(prefix);
  content.set(body, prefix.length);
  const list = typeof secrets === 'string' || secrets instanceof Uint8Array ? [secrets] : secrets;
  const signatures = await Promise.all(list.map((secret) => sign(content, secret)));
  return signatures.map((signature) => `v1,${signature}`).join(' ');
}

async function sign(content: Uint8Array<ArrayBuffer>, secret: SigningSecret): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), algorithm, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, content));
  return btoa(String.fromCharCode(...signature));
}

function bytesOf(secret: SigningSecret): Uint8Array<ArrayBuffer> {
  if (typeof secret !== 'string') return secret;
  return Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (character) => character.charCodeAt(0));
}
