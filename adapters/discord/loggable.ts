/**
 * What may be logged of an error. Those of Discord's API carry the request: its body has the answer, and its
 * address the token of an interaction.
 */
export function loggable(error: unknown): object {
  if (!(error instanceof Error) || !('requestBody' in error)) return { err: error };
  const { name, message } = error;
  const code = 'code' in error ? { code: error.code } : {};
  const status = 'status' in error ? { status: error.status } : {};
  return { name, message, ...code, ...status };
}
