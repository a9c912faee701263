import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom';

export interface OpenPage {
  readonly window: DOMWindow;
  /** What scripts threw. */
  readonly faults: readonly string[];
  /** How often something called `canary`. */
  readonly canaries: () => number;
}

/** Opens a page with its scripts running. jsdom knows no content security policy: whatever a page lets in runs here. */
export function openPage(text: string): OpenPage {
  const faults: string[] = [];
  let canaries = 0;
  const virtualConsole = new VirtualConsole().on('jsdomError', (error) => faults.push(error.message));
  const { window } = new JSDOM(text, {
    ...{ runScripts: 'dangerously', url: 'https://docs.example/', virtualConsole },
    beforeParse: (created) => {
      const canary = () => {
        canaries += 1;
      };
      // jsdom lays nothing out, and so cannot scroll.
      Object.assign(created, { canary, matchMedia: () => ({ matches: false }) });
      created.Element.prototype.scrollIntoView = () => undefined;
    },
  });
  return { window, faults, canaries: () => canaries };
}
