import { createMemoryIndex } from '../../vectors/memory-index.ts';
import { vectorIndexSuite } from './index-suite.ts';
import { model } from './segments.ts';

vectorIndexSuite(async () => createMemoryIndex(model));
