import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../adapters/config.ts';
import { shippedFacts } from './support/shipped-facts.ts';

const { port, routes, variables, packageFile } = shippedFacts;
/** Seconds that a stop may take: `longestDrain` of adapters/serve.ts. */
const longestStop = 10;

const documents = readdirSync('manifests/kubernetes').flatMap((file) =>
  parseAllDocuments(readFileSync(`manifests/kubernetes/${file}`, 'utf8'), { strict: true }),
);
const objects = documents.map((document) => {
  if (document.errors[0]) throw document.errors[0];
  return z
    .looseObject({ kind: z.string(), metadata: z.object({ name: z.string() }), spec: z.unknown() })
    .parse(document.toJS());
});
const specOf = (kind: string) => objects.find((object) => object.kind === kind)?.spec;

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.literal('http') }) });
const variable = z.union([
  z.object({ name: z.string(), value: z.string() }).strict(),
  z
    .object({
      name: z.string(),
      valueFrom: z.object({
        secretKeyRef: z.object({ name: z.literal('convparams'), key: z.string(), optional: z.boolean() }),
      }),
    })
    .strict(),
]);
const container = z.object({
  image: z.string(),
  ports: z.tuple([z.object({ name: z.literal('http'), containerPort: z.number() })]),
  env: z.array(variable),
  startupProbe: probe,
  livenessProbe: probe,
  readinessProbe: probe,
  lifecycle: z.object({ preStop: z.object({ exec: z.object({ command: z.array(z.string()) }) }) }),
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
});
const labels = z.record(z.string(), z.string());
const deployment = z
  .object({
    selector: z.object({ matchLabels: labels }),
    template: z.object({
      metadata: z.object({ labels, annotations: labels }),
      spec: z.object({
        terminationGracePeriodSeconds: z.number(),
        automountServiceAccountToken: z.literal(false),
        securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.number().positive() }),
        containers: z.tuple([container]),
      }),
    }),
  })
  .parse(specOf('Deployment'));
const { metadata, spec } = deployment.template;
const [service] = spec.containers;
const values = new Map(service.env.map((entry) => [entry.name, 'value' in entry ? entry.value : undefined]));

test('are four objects of one name', () => {
  expect(objects.map(({ kind }) => kind).sort()).toEqual([
    'Deployment',
    'HorizontalPodAutoscaler',
    'Ingress',
    'Service',
  ]);
  expect(new Set(objects.map((object) => object.metadata.name))).toEqual(new Set(['convparams']));
});

test('probe routes that the service has', () => {
  expect(routes).toContain(`GET ${service.startupProbe.httpGet.path}`);
  expect(service.livenessProbe.httpGet.path).toBe('/healthz');
  expect(service.readinessProbe.httpGet.path).toBe('/readyz?any');
  expect(routes).toContain(`GET ${metadata.annotations['prometheus.io/path']}`);
});

test('agree about the port', () => {
  expect(service.ports[0].containerPort).toBe(port);
  expect(values.get('PORT')).toBe(String(port));
  expect(metadata.annotations['prometheus.io/port']).toBe(String(port));
  const ports = z.object({
    ports: z.tuple([z.object({ targetPort: z.literal('http') })]),
    selector: labels,
  });
  expect(ports.parse(specOf('Service')).selector).toEqual(deployment.selector.matchLabels);
  expect(metadata.labels).toMatchObject(deployment.selector.matchLabels);
});

test('set variables that the service reads, and secrets by reference alone', () => {
  expect(variables.length).toBeGreaterThan(5);
  for (const entry of service.env) {
    expect(variables).toContain(entry.name);
    if ('valueFrom' in entry) expect(entry.valueFrom.secretKeyRef.key).toBe(entry.name);
    expect('valueFrom' in entry).toBe(!['HOST', 'PORT', 'LOG_LEVEL'].includes(entry.name));
  }
  const plain = Object.fromEntries([...values].filter(([, value]) => value !== undefined));
  expect(readConfig(plain)).toEqual({ host: '0.0.0.0', port, logLevel: 'info' });
});

test('leave the service the time that a stop takes, behind the wait for proxies', () => {
  const [, , program = ''] = service.lifecycle.preStop.exec.command;
  const wait = Number(/\d+(?=\)$)/.exec(program)?.[0]) / 1_000;
  expect(wait).toBe(5);
  expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(wait + longestStop);
});

test('ask for more memory than an instance takes at rest, and may have more than one takes under load', () => {
  const [, rest, load] =
    /takes (\d+) MB of memory at rest [^.]*? up to (\d+) MB under load/.exec(
      readFileSync('docs/self-hosting.md', 'utf8').replace(/\s+/g, ' '),
    ) ?? [];
  const megabytes = (size: string) => (Number.parseInt(size, 10) * 2 ** 20) / 1e6;

  expect(megabytes(service.resources.requests.memory)).toBeGreaterThan(1.2 * Number(rest));
  expect(megabytes(service.resources.limits.memory)).toBeGreaterThan(1.2 * Number(load));
});

test('run the version of the package', () => {
  expect(service.image.split(':').at(-1)).toBe(packageFile.version);
});

test('let nothing in but what the platforms post', () => {
  const path = z.object({ path: z.string(), pathType: z.literal('Exact') });
  const rules = z.object({ rules: z.tuple([z.object({ http: z.object({ paths: z.array(path) }) })]) });
  const [{ http }] = rules.parse(specOf('Ingress')).rules;
  expect(http.paths.map((entry) => entry.path)).toEqual(['/slack/events', '/discord/interactions']);
});

test('scale the deployment by its use of the processor', () => {
  const metric = z.object({ type: z.literal('Resource'), resource: z.object({ name: z.literal('cpu') }) });
  const scaler = z.object({
    scaleTargetRef: z.object({ kind: z.literal('Deployment'), name: z.literal('convparams') }),
    minReplicas: z.number().min(2),
    maxReplicas: z.number(),
    metrics: z.tuple([metric]),
  });
  const { minReplicas, maxReplicas } = scaler.parse(specOf('HorizontalPodAutoscaler'));
  expect(maxReplicas).toBeGreaterThan(minReplicas);
});
