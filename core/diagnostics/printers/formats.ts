/** The forms in which findings are printed. Apart from the printers, so that naming them loads none. */
export const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type Format = (typeof formats)[number];
