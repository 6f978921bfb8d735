"""One encoder that reads each sentence once, and what is read off its vectors: tags, heads, relations and names."""

import os

# oneDNN keeps what it compiled for each of the last 1,024 shapes of input, half a megabyte. A net meets some fifty,
# since rows are filled up (`byte_linear.py`). It asks when it computes for the first time.
os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "128")
