/** The guide's snippets as they work, for KServe 0.16 to 0.20. */
export const correctedForms = [
  {
    item: 'Resource Allocation and Autoscaling, through KEDA',
    content: `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: my-model
  namespace: mlops
  annotations:
    serving.kserve.io/deploymentMode: Standard
    serving.kserve.io/autoscalerClass: keda
    serving.kserve.io/enable-prometheus-scraping: "true"
spec:
  predictor:
    priorityClassName: inference-critical
    minReplicas: 2
    maxReplicas: 10
    autoScaling:
      metrics:
        - type: Resource
          resource:
            name: cpu
            target: {type: Utilization, averageUtilization: 70}
        - type: External
          external:
            metric:
              backend: prometheus
              serverAddress: http://prometheus.monitoring.svc.cluster.local:9090
              # must return ONE element; KEDA divides by replicas (AverageValue) => 100 rps per pod
              query: sum(rate(request_predict_seconds_count{namespace="mlops",pod=~"my-model-predictor-.*"}[30s]))
            target: {type: Value, value: "100"}
      behavior:
        scaleUp: {stabilizationWindowSeconds: 0}
        scaleDown: {stabilizationWindowSeconds: 300}
    model:
      modelFormat: {name: sklearn}
      protocolVersion: v1
      storageUri: s3://models/my-model/v1
      resources:
        requests: {cpu: 500m, memory: 1Gi}
        limits: {cpu: "2", memory: 4Gi}
`,
  },
  {
    item: 'Autoscaling, by an own HPA',
    content: `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: my-model
  namespace: mlops
  annotations:
    serving.kserve.io/deploymentMode: Standard
    serving.kserve.io/autoscalerClass: external
spec:
  predictor:
    minReplicas: 2
    maxReplicas: 10
    model:
      modelFormat: {name: sklearn}
      storageUri: s3://models/my-model/v1
      resources:
        requests: {cpu: 500m, memory: 1Gi}
        limits: {cpu: "2", memory: 4Gi}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: inference-hpa
  namespace: mlops
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: my-model-predictor}
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: ContainerResource
      containerResource:
        container: kserve-container
        name: cpu
        target: {type: Utilization, averageUtilization: 70}
    - type: Pods           # needs prometheus-adapter rule for this name
      pods:
        metric: {name: inference_requests_per_second}
        target: {type: AverageValue, averageValue: "100"}
  behavior:
    scaleUp:
      stabilizationWindowSeconds: 0
      policies:
        - {type: Percent, value: 100, periodSeconds: 15}
        - {type: Pods, value: 4, periodSeconds: 15}
      selectPolicy: Max
    scaleDown: {stabilizationWindowSeconds: 300}
`,
  },
  {
    item: 'Batching',
    content: `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: batched-model
  namespace: mlops
  annotations: {serving.kserve.io/deploymentMode: Standard}
spec:
  predictor:
    batcher: {maxBatchSize: 32, maxLatency: 100}
    timeout: 60
    model:
      modelFormat: {name: sklearn}
      protocolVersion: v1      # batcher matches only ":predict" (v1)
      storageUri: s3://models/batched/v1
      resources:
        requests: {cpu: 500m, memory: 1Gi}
        limits: {cpu: "2", memory: 4Gi}
`,
  },
  {
    item: 'Network Policies',
    content: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: allow-inference-traffic, namespace: mlops}
spec:
  podSelector:
    matchExpressions:
      - {key: serving.kserve.io/inferenceservice, operator: Exists}
  policyTypes: [Ingress]
  ingress:
    - from:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}  # or the Gateway API / istio namespace
        - podSelector: {}
      ports:
        - {protocol: TCP, port: 8080}
        - {protocol: TCP, port: 9081}     # agent port when batcher/logger is on
    - from:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}
      ports:
        - {protocol: TCP, port: 8080}     # /metrics
`,
  },
];
