"""Stanza's nets of the plain kind, run without its documents and batches: a word's part is computed once for all texts.

A model is plain that reads word vectors and letters, and no language model over characters. The nets and their
weights are Stanza's; so are the answers, but for trees whose heads Stanza would mend afterwards.
"""
