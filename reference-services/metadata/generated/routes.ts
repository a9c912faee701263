/** Generated from AI2Text metadata 1.1.0. Do not edit: change the contract and generate again. */
import type { Hono } from 'hono';
import type { Handlers } from './handlers.ts';
import { operations } from './operations.ts';
import { Routes, type ServerEnv, type ServerOptions } from './runtime/index.ts';
import { schemas } from './schemas.ts';
import { type SecurityHandlers, securitySchemes } from './security.ts';

export interface RoutesOptions<Deps, Principal = unknown> extends ServerOptions<Deps> {
  readonly security: SecurityHandlers<Deps, Principal>;
}

/** The routes of the contract. Mount them with `app.route('/', createRoutes(...))`, or serve them as they are. */
export function createRoutes<Deps, Principal = unknown>(
  handlers: Handlers<Deps, Principal>,
  options: RoutesOptions<Deps, Principal>,
): Hono<ServerEnv> {
  const routes = new Routes({ options, schemas, securitySchemes, security: options.security });
  routes.add(operations.listRecordings, (...asked: Parameters<Handlers<Deps, Principal>['listRecordings']>) => handlers.listRecordings(...asked));
  routes.add(operations.createRecording, (...asked: Parameters<Handlers<Deps, Principal>['createRecording']>) => handlers.createRecording(...asked));
  routes.add(operations.getRecording, (...asked: Parameters<Handlers<Deps, Principal>['getRecording']>) => handlers.getRecording(...asked));
  routes.add(operations.replaceRecording, (...asked: Parameters<Handlers<Deps, Principal>['replaceRecording']>) => handlers.replaceRecording(...asked));
  routes.add(operations.updateRecording, (...asked: Parameters<Handlers<Deps, Principal>['updateRecording']>) => handlers.updateRecording(...asked));
  routes.add(operations.deleteRecording, (...asked: Parameters<Handlers<Deps, Principal>['deleteRecording']>) => handlers.deleteRecording(...asked));
  routes.add(operations.listTranscripts, (...asked: Parameters<Handlers<Deps, Principal>['listTranscripts']>) => handlers.listTranscripts(...asked));
  routes.add(operations.createTranscript, (...asked: Parameters<Handlers<Deps, Principal>['createTranscript']>) => handlers.createTranscript(...asked));
  routes.add(operations.getTranscript, (...asked: Parameters<Handlers<Deps, Principal>['getTranscript']>) => handlers.getTranscript(...asked));
  routes.add(operations.updateTranscript, (...asked: Parameters<Handlers<Deps, Principal>['updateTranscript']>) => handlers.updateTranscript(...asked));
  routes.add(operations.deleteTranscript, (...asked: Parameters<Handlers<Deps, Principal>['deleteTranscript']>) => handlers.deleteTranscript(...asked));
  routes.add(operations.listSegments, (...asked: Parameters<Handlers<Deps, Principal>['listSegments']>) => handlers.listSegments(...asked));
  routes.add(operations.appendSegments, (...asked: Parameters<Handlers<Deps, Principal>['appendSegments']>) => handlers.appendSegments(...asked));
  routes.add(operations.getSegment, (...asked: Parameters<Handlers<Deps, Principal>['getSegment']>) => handlers.getSegment(...asked));
  routes.add(operations.updateSegment, (...asked: Parameters<Handlers<Deps, Principal>['updateSegment']>) => handlers.updateSegment(...asked));
  routes.add(operations.listSpeakers, (...asked: Parameters<Handlers<Deps, Principal>['listSpeakers']>) => handlers.listSpeakers(...asked));
  routes.add(operations.createSpeaker, (...asked: Parameters<Handlers<Deps, Principal>['createSpeaker']>) => handlers.createSpeaker(...asked));
  routes.add(operations.getSpeaker, (...asked: Parameters<Handlers<Deps, Principal>['getSpeaker']>) => handlers.getSpeaker(...asked));
  routes.add(operations.updateSpeaker, (...asked: Parameters<Handlers<Deps, Principal>['updateSpeaker']>) => handlers.updateSpeaker(...asked));
  routes.add(operations.deleteSpeaker, (...asked: Parameters<Handlers<Deps, Principal>['deleteSpeaker']>) => handlers.deleteSpeaker(...asked));
  routes.add(operations.getHealth, (...asked: Parameters<Handlers<Deps, Principal>['getHealth']>) => handlers.getHealth(...asked));
  routes.add(operations.getReadiness, (...asked: Parameters<Handlers<Deps, Principal>['getReadiness']>) => handlers.getReadiness(...asked));
  routes.add(operations.getMetrics, (...asked: Parameters<Handlers<Deps, Principal>['getMetrics']>) => handlers.getMetrics(...asked));
  return routes.build();
}
