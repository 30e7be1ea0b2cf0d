/** The layer that is priced where nothing else is said: 3×3, 128 → 256. */
export const defaultLayer = { kernel: 3, in: 128, out: 256 } as const;
