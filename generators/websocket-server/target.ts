import type { Contract, EventContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { renderTemplate } from '../render.ts';
import { runtimeFiles } from '../runtime-files.ts';
import { sharedRuntimeFiles } from '../shared-runtime.ts';
import type { Generated, GeneratedFile, ImportExtension, Target, TargetOptions } from '../target.ts';
import { NameScope } from '../typescript/names.ts';
import { printDeclarations } from '../typescript/types/index.ts';
import { printPayloads } from '../typescript-client/payloads.ts';
import { viewTypes } from '../typescript-client/types-view.ts';
import { planSockets, type Socket } from '../typescript-client/websocket/sockets.ts';
import { distinctDiagnostics, unsupported } from '../unsupported.ts';
import { socketServerNames } from './names.ts';
import { viewServer } from './view.ts';

const id = 'websocket-server';

/** The seam of a service that speaks WebSocket: a typed handler for each connection, and everything around it. */
export const websocketServer: Target = {
  id,
  summary: 'Typed handlers for the WebSocket connections of an event contract, held against it, in TypeScript',
  accepts: ['event'],
  generate,
};

function generate(contract: Contract, options: TargetOptions): Generated {
  if (contract.kind !== 'event') return { files: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const extension = options.importExtension;
  const scope = new NameScope(socketServerNames);
  const types = printDeclarations(contract, { scope, report });
  const payloads = printPayloads(contract, { types, scope, report });
  const sockets = planSockets(contract, scope).filter((socket) => hasAddress(socket, report));
  const typesFile = {
    path: 'types.ts',
    text: renderTemplate('typescript-client', 'types', viewTypes(contract, types, payloads, options)),
  };
  if (sockets.length === 0) {
    report(nothingToServe(contract));
    return { files: [typesFile, ...binaryFile(typesFile, extension)], diagnostics: distinctDiagnostics(diagnostics) };
  }
  const view = viewServer({ contract, types, sockets, report, extension, payloadType: payloads.nameOf });
  return {
    files: [
      typesFile,
      { path: 'schemas.ts', text: renderTemplate('events', 'schemas', view) },
      { path: 'websocket.ts', text: renderTemplate(id, 'websocket', view) },
      { path: 'index.ts', text: renderTemplate(id, 'index', view) },
      ...binaryFile(typesFile, extension),
      ...sharedRuntimeFiles({ own: runtimeFolder, folder: 'runtime', importExtension: extension }),
      ...runtimeFiles(clientFolder, extension).filter(({ path }) => connectionFiles.has(path.slice('runtime/'.length))),
    ],
    diagnostics: distinctDiagnostics(diagnostics),
  };
}

function binaryFile({ text }: GeneratedFile, extension: ImportExtension): readonly GeneratedFile[] {
  const isUsed = text.includes(`'./runtime/binary${extension}'`);
  return runtimeFiles(typesFolder, extension).filter(({ path }) => isUsed && path === 'runtime/binary.ts');
}

function hasAddress({ channels: [channel] }: Socket, report: (diagnostic: Diagnostic) => void): boolean {
  if (channel.address !== undefined) return true;
  const text = `The channel ${JSON.stringify(channel.name)} has no address, so no connection can be told to be for it. Give it one.`;
  report(unsupported('address', channel.location, text));
  return false;
}

function nothingToServe({ root }: EventContract): Diagnostic {
  const text =
    'No channel is on a server with the protocol ws or wss, or has a binding for ws, so there is nothing to serve.';
  return unsupported('contract', root.location(), text);
}

const runtimeFolder = new URL('./runtime/', import.meta.url);
const clientFolder = new URL('../typescript-client/websocket/runtime/', import.meta.url);
const typesFolder = new URL('../typescript-client/runtime/', import.meta.url);

/** The part of the client's runtime that does not open connections. */
const connectionFiles: ReadonlySet<string> = new Set([
  ...['websocket-channel.ts', 'websocket-connection.ts', 'websocket-connection-options.ts', 'websocket-errors.ts'],
  ...['websocket-fixed.ts', 'websocket-inbox.ts', 'websocket-outbox.ts', 'websocket-read.ts', 'websocket-shape.ts'],
  ...['websocket-socket.ts'],
]);
