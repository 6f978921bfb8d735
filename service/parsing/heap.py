"""Keeps freed memory with the process that reads: the C library would hand it back, and ask for it again."""

import ctypes

# The numbers of these options in glibc's <malloc.h>.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_MEGABYTE = 1024 * 1024
# As far as the library goes by itself where large pieces happen to be freed early enough.
_KEPT, _LARGE = 64 * _MEGABYTE, 32 * _MEGABYTE


def keep_heap() -> None:
    """Hand back freed memory only beyond 64 MB; nothing where the C library has no such option.

    A parse takes some ten megabytes and frees them: handed back each time, they cost an article 3,000 page faults.
    """
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_TRIM_THRESHOLD, _KEPT)
