import { applyTheme, preferredTheme } from './theme.ts';

// Before anything is painted: a page that changes its colours while it loads is a flash in a dark room.
applyTheme(preferredTheme());
