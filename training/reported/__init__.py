"""The net that tells which words are reported together with words between quotation marks, in training."""
