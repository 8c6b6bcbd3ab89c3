import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Rule } from '../rule';

const root = resolve(__dirname, '../../..');

/** The page of a rule. */
export function pageOf(rule: Rule): string {
  return readFileSync(resolve(root, rule.doc), 'utf8');
}

/** The example under a heading of a rule's page. */
export function exampleOf(rule: Rule, heading: 'Bad' | 'Good'): string {
  const pattern = new RegExp(`## ${heading}\\n\\n\`\`\`yaml\\n([^]*?)\`\`\``);
  const [, example] = pattern.exec(pageOf(rule)) ?? [];
  if (!example) throw new Error(`${rule.doc} has no example "${heading}"`);
  return example;
}

/** The guide's own snippets, word for word, and what is wrong with each. */
export const guideSnippets = [
  {
    section: 'Resource Allocation',
    ruleIds: ['kserve-deployment-mode-implicit'],
    content: `# Optimal resource configuration for inference pods
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: optimized-model
spec:
  predictor:
    model:
      modelFormat:
        name: sklearn
      resources:
        requests:
          cpu: "500m"
          memory: "1Gi"
        limits:
          cpu: "2"
          memory: "4Gi"
      # Enable GPU for compatible models
      # resources:
      #   limits:
      #     nvidia.com/gpu: "1"
`,
  },
  {
    section: 'Autoscaling Configuration',
    ruleIds: ['hpa-target-not-scalable'],
    content: `# HPA for inference services
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: inference-hpa
spec:
  scaleTargetRef:
    apiVersion: serving.kserve.io/v1beta1
    kind: InferenceService
    name: my-model
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
    # Custom metrics for inference-specific scaling
    - type: Pods
      pods:
        metric:
          name: inference_requests_per_second
        target:
          type: AverageValue
          averageValue: "100"
`,
  },
  {
    section: 'Batching Configuration',
    ruleIds: [
      'kserve-deployment-mode-implicit',
      'kserve-batcher-annotations-ignored',
    ],
    content: `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  annotations:
    # Enable batching
    serving.kserve.io/batcher: "true"
    serving.kserve.io/batchSize: "32"
    serving.kserve.io/maxLatency: "100"  # ms
`,
  },
  {
    section: 'Network Policies',
    ruleIds: ['netpol-selects-nothing'],
    content: `# Allow inference traffic with minimal overhead
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow-inference-traffic
  namespace: mlops
spec:
  podSelector:
    matchLabels:
      app: inference
  policyTypes:
    - Ingress
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              name: ingress-nginx
      ports:
        - protocol: TCP
          port: 8080
`,
  },
];
