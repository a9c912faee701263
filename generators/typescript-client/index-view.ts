import type { View } from '../render.ts';
import type { TargetOptions } from '../target.ts';

/** For `index.hbs`. */
export function viewIndex({ importExtension }: TargetOptions): View {
  return { extension: importExtension };
}
