import { renderTemplate } from '../../render.ts';
import { runtimeFiles } from '../../runtime-files.ts';
import type { GeneratedFile } from '../../target.ts';
import { type SocketsSource, viewSockets } from './view.ts';

/** The WebSocket client of an event contract; nothing for a contract that speaks other protocols. */
export function webSocketFiles(source: SocketsSource): readonly GeneratedFile[] {
  if (source.sockets.length === 0) return [];
  const view = viewSockets(source);
  return [
    { path: 'websocket.ts', text: renderTemplate('typescript-client', 'websocket', view) },
    { path: 'index.ts', text: renderTemplate('typescript-client', 'websocket-index', view) },
    ...runtimeFiles(runtimeFolder, source.extension),
  ];
}

const runtimeFolder = new URL('./runtime/', import.meta.url);
