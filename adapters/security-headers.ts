/**
 * What every response says unless its adapter says otherwise: an API whose responses are no page, so that a
 * browser shall run, frame, guess and keep nothing of them. After OWASP's REST Security Cheat Sheet, "Security
 * Headers". Strict-Transport-Security is the business of the proxy that has the certificate.
 */
export const securityHeaders = [
  ['cache-control', 'no-store'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
] as const satisfies readonly (readonly [string, string])[];
