"""Speech at another sample rate."""

import numpy as np

from podcaster.contracts import Samples


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    from scipy.signal import resample_poly

    if rate == wanted:
        return samples
    divisor = int(np.gcd(rate, wanted))
    return np.asarray(resample_poly(samples, wanted // divisor, rate // divisor), np.float32)
