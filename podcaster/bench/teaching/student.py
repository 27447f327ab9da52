"""The last layers of the reader's network in PyTorch, where they can learn; the rest stays.

What the first layers make of a text never changes, so it's worked out once, by the very network
that's used later.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from podcaster.bench.teaching.examples import Example
from podcaster.write.evidence.reader.doubt import KINDS
from podcaster.write.evidence.reader.network import (
    LONGEST,
    SCALE,
    Package,
    plain_weights,
)

FROZEN = 8
"""Layers that stay as they are; the four above them learn."""
RANK = 16
CHANGED = (
    "attention.self.value_proj",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
"""The parts of a layer that learn a low-rank change."""
TOGETHER = 16
"""Examples a step."""
RATE = 6e-4
WARM_UP = 40
"""Steps."""
FAITHFUL_WEIGHT, FAULTY_WEIGHT = 1.35, 0.75
"""What a line counts; there are more faulty ones."""
KIND_WEIGHT = 0.3
"""What naming the fault counts, beside finding it."""
SURE = 0.96
"""How sure it should learn to be."""


def halfway(package: Package, examples: Sequence[Example]) -> list[NDArray[np.float16]]:
    """What the frozen layers make of each example: tokens by 384."""
    session = package.session(
        f"/m/deberta/encoder/layer.{FROZEN - 1}/output/LayerNorm/Add_1_output_0"
    )
    found = []
    for example in examples:
        tokens = package.tokenizer.encode(example.premise, example.line).ids[:LONGEST]
        ids = np.array([tokens], dtype=np.int64)
        (hidden,) = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        found.append(hidden[0].astype(np.float16))
    return found


class Student:
    """The four last layers, with what they learn."""

    def __init__(self, package: Package) -> None:
        import torch
        from transformers import DebertaV2Config, DebertaV2ForSequenceClassification

        torch.manual_seed(0)
        network: Any = DebertaV2ForSequenceClassification(DebertaV2Config(**_SHAPE))
        weights = plain_weights(package.model)
        network.load_state_dict({name: torch.tensor(value) for name, value in weights.items()})
        for parameter in network.parameters():
            parameter.requires_grad_(False)
        self._encoder = network.deberta.encoder
        self._pooler = network.pooler.dense
        self._head: Any = torch.nn.Linear(384, 1 + len(KINDS))
        self._learnt: dict[str, Any] = {}
        self._begin(network.classifier)
        with torch.no_grad():
            self._positions = self._encoder.get_rel_embedding().detach()
        self.network = network

    def _begin(self, classifier: Any) -> None:
        """Low-rank changes that change nothing yet, and an output for each kind of fault."""
        import torch

        with torch.no_grad():
            self._head.weight[0] = classifier.weight[0]
            self._head.weight[1:] = classifier.weight[1] + 0.02 * torch.randn(len(KINDS), 384)
            self._head.bias[0] = classifier.bias[0]
            self._head.bias[1:] = classifier.bias[1] - math.log(len(KINDS))
        for name, part in (("pooler.dense", self._pooler), ("classifier", self._head)):
            self._learnt |= {f"{name}.{key}": value for key, value in part.named_parameters()}
        for number, layer in enumerate(self._encoder.layer[FROZEN:], FROZEN):
            at = f"deberta.encoder.layer.{number}"
            for name in CHANGED:
                part = layer.get_submodule(name)
                narrow = torch.nn.Parameter(0.02 * torch.randn(RANK, part.in_features))
                wide = torch.nn.Parameter(torch.zeros(part.out_features, RANK))
                part.register_forward_hook(_changed(narrow, wide))
                self._learnt |= {f"{at}.{name}.A": narrow, f"{at}.{name}.B": wide}
            for key, value in layer.named_parameters():
                fixed = "query_proj" in key or "key_proj" in key
                if "LayerNorm" in key or (key.endswith("bias") and not fixed):
                    self._learnt[f"{at}.{key}"] = value
        for value in self._learnt.values():
            value.requires_grad_(True)

    def judge(self, halves: Sequence[NDArray[np.float16]]) -> Any:
        """Logits, one row an example: "supported" first, then the kinds of fault."""
        import torch
        from torch.nn.functional import dropout, gelu

        longest = max(len(half) for half in halves)
        hidden = torch.zeros(len(halves), longest, 384)
        mask = torch.zeros(len(halves), longest, dtype=torch.long)
        for row, half in enumerate(halves):
            hidden[row, : len(half)] = torch.from_numpy(half.astype(np.float32))
            mask[row, : len(half)] = 1
        attended = self._encoder.get_attention_mask(mask)
        apart = self._encoder.get_rel_pos(hidden)
        for layer in self._encoder.layer[FROZEN:]:
            hidden, _ = layer(hidden, attended, relative_pos=apart, rel_embeddings=self._positions)
        pooled = gelu(self._pooler(hidden[:, 0]))
        return self._head(dropout(pooled, 0.1, self.network.training))

    def learn(
        self, halves: Sequence[NDArray[np.float16]], kinds: Sequence[str], epochs: int
    ) -> Iterator[float]:
        """Learns from all examples, `epochs` times; gives each step's loss."""
        import torch
        from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

        wanted = torch.tensor([(KINDS.index(kind) + 1) if kind in KINDS else 0 for kind in kinds])
        steps = epochs * math.ceil(len(halves) / TOGETHER)
        learnt = list(self._learnt.values())
        optimiser = torch.optim.AdamW(learnt, lr=RATE, weight_decay=0.01)
        pace = torch.optim.lr_scheduler.LambdaLR(
            optimiser, lambda step: min(1, (step + 1) / WARM_UP) * max(0.02, 1 - step / steps)
        )
        order = np.random.default_rng(0)
        self.network.train()
        for _ in range(epochs):
            for batch in _batches([len(half) for half in halves], order):
                logits = self.judge([halves[number] for number in batch])
                kind = wanted[batch]
                faulty = (kind > 0).float()
                doubt = torch.logsumexp(logits[:, 1:], 1) - logits[:, 0]
                aim = faulty * SURE + (1 - SURE) / 2
                counts = torch.where(faulty > 0, FAULTY_WEIGHT, FAITHFUL_WEIGHT)
                found = binary_cross_entropy_with_logits(doubt, aim, reduction="none")
                loss: Any = (found * counts).mean()
                if (kind > 0).any():
                    named = cross_entropy(logits[kind > 0][:, 1:], kind[kind > 0] - 1)
                    loss = loss + KIND_WEIGHT * named
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(learnt, 1.0)
                optimiser.step()
                pace.step()
                yield float(loss)
        self.network.eval()

    def learnt(self) -> Mapping[str, NDArray[np.float16]]:
        """What `podcaster.write.evidence.reader.network.teach` takes."""
        return {
            name: value.detach().numpy().astype(np.float16) for name, value in self._learnt.items()
        }


def _changed(narrow: Any, wide: Any) -> Any:
    def hook(_part: Any, given: tuple[Any, ...], made: Any) -> Any:
        return made + SCALE * (given[0] @ narrow.T) @ wide.T

    return hook


def _batches(lengths: Sequence[int], order: np.random.Generator) -> Iterator[list[int]]:
    """All examples once, those of like length together."""
    shuffled = order.permutation(len(lengths))
    batches = []
    for start in range(0, len(shuffled), TOGETHER * 16):
        near = sorted(shuffled[start : start + TOGETHER * 16], key=lambda number: lengths[number])
        batches += [near[at : at + TOGETHER] for at in range(0, len(near), TOGETHER)]
    for number in order.permutation(len(batches)):
        yield [int(example) for example in batches[number]]


_SHAPE: Mapping[str, Any] = {
    "vocab_size": 128100,
    "hidden_size": 384,
    "num_hidden_layers": 12,
    "num_attention_heads": 6,
    "intermediate_size": 1536,
    "max_position_embeddings": 512,
    "type_vocab_size": 0,
    "relative_attention": True,
    "max_relative_positions": -1,
    "position_buckets": 256,
    "norm_rel_ebd": "layer_norm",
    "share_att_key": True,
    "pos_att_type": ["p2c", "c2p"],
    "position_biased_input": False,
    "pooler_dropout": 0,
    "pooler_hidden_act": "gelu",
    "num_labels": 2,
}
"""DeBERTa-v3-xsmall's."""
