# /// script
# requires-python = ">=3.10"
# dependencies = ["scikit-learn==1.9.1", "skl2onnx==1.20.0", "onnx==1.23.2"]
# ///
"""Makes iris.onnx and iris-reference.json, both next to this file.

The model is scikit-learn's own: scaled features and a logistic regression on the
150 iris rows that the library carries. The reference holds what scikit-learn
answers for them, in the form of a KServe v1 request and its answer; the tests
hold the server's answers against it. Run it with `uv run make_iris.py`, or in a
virtual environment with the packages named above. The same packages make the
same bytes.
"""

import json
import pathlib

import sklearn
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

OPSET = 17  # old enough for every ONNX Runtime since 1.12
FOLDER = pathlib.Path(__file__).parent


def lines(rows):
    text = ",\n    ".join(json.dumps(row) for row in rows)
    # As Prettier writes it, which formats this repository.
    return text.replace("e-0", "e-").replace('{"', '{ "').replace("]}", "] }")


iris = load_iris()
classifier = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
classifier.fit(iris.data, iris.target)

model = to_onnx(
    classifier,
    name="iris",
    initial_types=[("features", FloatTensorType([None, 4]))],
    # One float tensor a batch instead of a list of dictionaries.
    options={id(classifier): {"zipmap": False}},
    target_opset=OPSET,
)
(FOLDER / "iris.onnx").write_bytes(model.SerializeToString(deterministic=True))

predictions = [
    {"label": int(label), "probabilities": [round(float(p), 6) for p in row]}
    for label, row in zip(
        classifier.predict(iris.data), classifier.predict_proba(iris.data)
    )
]
(FOLDER / "iris-reference.json").write_text(
    f"""{{
  "madeBy": "make_iris.py with scikit-learn {sklearn.__version__}",
  "labels": {json.dumps(iris.target_names.tolist())},
  "instances": [
    {lines(iris.data.tolist())}
  ],
  "predictions": [
    {lines(predictions)}
  ]
}}
"""
)
