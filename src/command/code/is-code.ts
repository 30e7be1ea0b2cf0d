import { convolutionModules, parameterlessModules } from './modules.ts';
import { isLayerModule } from './read-layer.ts';
import { isResizeModule } from './read-resize.ts';

const lowerCaseConvolutions = new Map(
  [...convolutionModules.keys()].map((name) => [name.toLowerCase(), name]),
);

/** Whether a name that is called is a module: one that is known, or one in capitals as classes are. */
export function isCode(name: string): boolean {
  return /^_?[A-Z]/.test(name) || lowerCaseConvolutions.has(name) || isKnownModule(name);
}

function isKnownModule(name: string): boolean {
  return (
    convolutionModules.has(name) ||
    isLayerModule(name) ||
    isResizeModule(name) ||
    parameterlessModules.has(name)
  );
}

/** The convolution that a name in lower case was meant to be. */
export function convolutionInLowerCase(name: string): string | undefined {
  return lowerCaseConvolutions.get(name);
}
