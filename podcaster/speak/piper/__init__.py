"""Piper voices: VITS graphs on onnxruntime, cut at their durations so that a plan is exact."""
