/** The ways in which the page shows one answer. */
export const tabNames = ['answer', 'slack', 'discord', 'json'] as const;

export type TabName = (typeof tabNames)[number];

export function isTabName(name: string): name is TabName {
  return tabNames.some((known) => known === name);
}
