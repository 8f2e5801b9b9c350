/** Drafts in German that an operator can adopt, by their address under /de/operator/; each is also there as Markdown. */
export const drafts = ['dsfa', 'verzeichnis'] as const;
export type Draft = (typeof drafts)[number];
