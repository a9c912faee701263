/** The forms in which a comparison is printed. Apart from the printers, so that naming them loads none. */
export const diffFormats = ['text', 'json', 'sarif', 'github', 'junit', 'markdown', 'html'] as const;
export type DiffFormat = (typeof diffFormats)[number];
