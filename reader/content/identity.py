"""When two texts of an article are the same, as a hash; what counts is said in `reader.core.sameness`."""

import hashlib

from reader.core.sameness import normal_text, plain_typography

__all__ = ["normal_hash", "normal_text"]


def normal_hash(title: str, markdown: str) -> str:
    """A short hash of what counts; equal hashes mean that nothing is to be stored."""
    counted = f"{plain_typography(title)}\n{normal_text(markdown)}"
    return hashlib.blake2b(counted.encode("utf-8", "replace"), digest_size=16).hexdigest()
