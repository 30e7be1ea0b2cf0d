import { commandName, messageMenuName } from '../../src/command/catalogue.ts';

/** What people see the app and its shortcuts called. The manifest and every text take the names from here. */
export const appName = 'ConvParams';
export const messageShortcutName = messageMenuName;
export const globalShortcutName = 'Convolution calculator';

/** The command as people type it. */
export const slashCommand = `/${commandName}`;

/** What happens to what people ask; docs/privacy.md has it in full. */
export const privacy =
  'Nothing is written to disk, no question is logged, and the last answers stay in memory until a restart at most.';
