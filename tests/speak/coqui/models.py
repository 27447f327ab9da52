"""Coqui models made here: a tiny one with random weights, and a Piper voice carried over."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np

SPEAKERS = ("anna", "ben")


def tiny_vits(folder: Path) -> Path:
    """A VITS of 1 MB with two speakers that reads letters; it hums rather than speaks."""
    import torch
    from TTS.tts.configs.vits_config import VitsConfig
    from TTS.tts.models.vits import Vits, VitsArgs

    args = VitsArgs(
        out_channels=65,
        hidden_channels=16,
        hidden_channels_ffn_text_encoder=32,
        num_layers_text_encoder=1,
        num_layers_posterior_encoder=1,
        num_layers_flow=1,
        use_sdp=False,
        resblock_type_decoder="2",
        resblock_kernel_sizes_decoder=[3],
        resblock_dilation_sizes_decoder=[[1, 3]],
        upsample_initial_channel_decoder=32,
        init_discriminator=False,
        use_speaker_embedding=True,
        speaker_embedding_channels=8,
    )
    config = VitsConfig(
        model_args=args,
        speakers=list(SPEAKERS),
        use_phonemes=False,
        text_cleaner="english_cleaners",
    )
    config.audio.do_trim_silence = False
    with torch.random.fork_rng():
        torch.manual_seed(1)
        network = Vits(config)
    return _saved(folder, network.state_dict(), config)


def tiny_xtts(folder: Path, speakers: tuple[str, ...] = ("Ana Florence", "Ben")) -> Path:
    """An XTTS with one small layer that knows four languages; its decoder is as large as ever."""
    import torch
    from tokenizers import Tokenizer
    from tokenizers.models import BPE
    from TTS.tts.configs.xtts_config import XttsArgs, XttsConfig
    from TTS.tts.layers.xtts.tokenizer import VoiceBpeTokenizer
    from TTS.tts.models.xtts import Xtts

    folder.mkdir(parents=True, exist_ok=True)
    marks = ["[STOP]", "[UNK]", "[SPACE]", "[START]", "[en]", "[fr]", "[pt]", "[zh-cn]"]
    symbols = [*marks, *"abcdefghijklmnopqrstuvwxyz.,!?'-"]
    letters = Tokenizer(BPE({s: n for n, s in enumerate(symbols)}, [], unk_token="[UNK]"))
    letters.add_special_tokens(marks)
    letters.save(str(folder / "vocab.json"))
    args = XttsArgs(
        gpt_layers=1,
        gpt_n_model_channels=64,
        gpt_n_heads=2,
        gpt_max_audio_tokens=24,
        gpt_num_audio_tokens=34,
        gpt_start_audio_token=32,
        gpt_stop_audio_token=33,
        decoder_input_dim=64,
    )
    config = XttsConfig(model_args=args, languages=["en", "fr", "pt", "zh-cn"])
    with torch.random.fork_rng():
        torch.manual_seed(1)
        network = Xtts(config)
        network.tokenizer = VoiceBpeTokenizer(str(folder / "vocab.json"))
        network.init_models()
        own = {
            name: {
                "gpt_cond_latent": torch.randn(1, 32, 64),
                "speaker_embedding": torch.randn(1, 512, 1),
            }
            for name in speakers
        }
    if speakers:
        torch.save(own, folder / "speakers_xtts.pth")
    return _saved(folder, network.state_dict(), config)


def converted_piper(model: Path, folder: Path) -> Path:
    """The weights of a Piper voice of medium quality as a Coqui checkpoint."""
    import onnx
    from TTS.tts.configs.shared_configs import CharactersConfig
    from TTS.tts.configs.vits_config import VitsConfig
    from TTS.tts.models.vits import Vits, VitsArgs

    described = json.loads(model.with_name(model.name + ".json").read_text(encoding="utf-8"))
    table = {symbol: ids[0] for symbol, ids in described["phoneme_id_map"].items()}
    symbols = [symbol for symbol in table if symbol not in "_^$"]
    graph = onnx.load(str(model)).graph
    given = {part.name: onnx.numpy_helper.to_array(part) for part in graph.initializer}
    letters = next(
        given[node.input[0]]
        for node in graph.node
        if node.op_type == "Gather" and given.get(node.input[0], np.zeros(0)).ndim == 2
    )
    order = [table["_"], table["$"], table["^"], table["_"], *(table[s] for s in symbols)]
    args = VitsArgs(
        num_chars=len(order),
        resblock_type_decoder="2",
        resblock_kernel_sizes_decoder=[3, 5, 7],
        resblock_dilation_sizes_decoder=[[1, 2], [2, 6], [3, 12]],
        upsample_rates_decoder=[8, 8, 4],
        upsample_kernel_sizes_decoder=[16, 16, 8],
        upsample_initial_channel_decoder=256,
        init_discriminator=False,
        inference_noise_scale=described["inference"]["noise_scale"],
        inference_noise_scale_dp=described["inference"]["noise_w"],
    )
    config = VitsConfig(
        model_args=args,
        use_phonemes=True,
        phonemizer="espeak",
        phoneme_language="en-us",
        text_cleaner="basic_cleaners",
        add_blank=True,
        enable_eos_bos_chars=True,
        characters=CharactersConfig(
            characters_class="TTS.tts.utils.text.characters.IPAPhonemes",
            characters="".join(symbols),
            punctuations="",
            pad="_",
            eos="$",
            bos="^",
            blank="<BLNK>",
            is_unique=False,
            is_sorted=False,
        ),
    )
    config.audio.sample_rate = described["audio"]["sample_rate"]
    config.audio.do_trim_silence = False
    state = Vits(config).state_dict()
    _carry_over(state, given, letters[order], _kernels(graph))
    return _saved(folder, state, config)


def _kernels(graph: Any) -> dict[str, str]:
    """From a convolution's bias to its weight, which lost its name when it was exported."""
    return {
        node.input[2]: node.input[1]
        for node in graph.node
        if node.op_type in ("Conv", "ConvTranspose") and len(node.input) > 2
    }


def _carry_over(
    state: dict[str, Any],
    given: dict[str, np.ndarray],
    letters: np.ndarray,
    kernels: dict[str, str],
) -> None:
    """Fills `state`; what only training uses isn't in the graph and stays random."""
    import torch

    for name in state:
        source = _piper_name(name)
        if name == "text_encoder.emb.weight":
            found = letters
        elif source.endswith("dp.flows.0.logs"):
            found = -np.log(given["/dp/flows.0/Exp_output_0"])
        elif ".parametrizations.weight." in source:
            stem = source.split(".parametrizations.")[0]
            weight = given.get(kernels.get(f"{stem}.bias", ""))
            found = _norm(weight) if weight is not None and "original0" in source else weight
        else:
            found = given.get(source)
        if found is not None and tuple(found.shape) == tuple(state[name].shape):
            state[name] = torch.from_numpy(np.array(found, np.float32))


def _piper_name(name: str) -> str:
    name = re.sub(
        r"^duration_predictor\.flows\.([234])",
        lambda m: f"dp.flows.{2 * int(m[1]) - 1}",
        name,
    )
    name = re.sub(r"^flow\.flows\.(\d)", lambda m: f"flow.flows.{2 * int(m[1])}", name)
    name = name.replace("duration_predictor.flows.0.translation", "dp.flows.0.m")
    name = name.replace("duration_predictor.flows.0.log_scale", "dp.flows.0.logs")
    for ours, theirs in (
        ("text_encoder.", "enc_p."),
        ("duration_predictor.", "dp."),
        ("waveform_decoder.", "dec."),
    ):
        name = theirs + name.removeprefix(ours) if name.startswith(ours) else name
    return name


def _norm(weight: np.ndarray) -> np.ndarray:
    return np.sqrt((weight.astype(np.float64) ** 2).sum(axis=(1, 2), keepdims=True))


def _saved(folder: Path, state: dict[str, Any], config: Any) -> Path:
    import torch

    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"model": state}, folder / "model.pth")
    config.save_json(str(folder / "config.json"))
    return folder
