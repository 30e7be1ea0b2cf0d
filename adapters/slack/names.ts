import { commandName } from '../../src/command/catalogue.ts';

/** What people see the app and its shortcuts called. The manifest and every text take the names from here. */
export const appName = 'ConvParams';
export const messageShortcutName = 'Price conv layers';
export const globalShortcutName = 'Convolution calculator';

/** The command as people type it. */
export const slashCommand = `/${commandName}`;
