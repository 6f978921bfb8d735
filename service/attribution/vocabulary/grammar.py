"""Relations and function words by what they do in a sentence: one name for each, for all who read a parse.

The relations are those of Universal Dependencies, without subtypes.
"""

# A verb that hangs on another by one of these has its subject, where it has none of its own: "he added, saying …".
SHARES_SUBJECT = ("conj", "xcomp", "advcl", "ccomp")
# Pronouns that stand for the noun that their clause hangs on.
RELATIVE_PRONOUNS = frozenset(("who", "which", "that", "whom"))
# How what a verb reports may hang on it, and on a noun such as "claim".
COMPLEMENTS = ("ccomp", "xcomp", "parataxis", "obj", "obl", "iobj", "advcl")
COMPLEMENTS_OF_NOUNS = ("ccomp", "acl", "nmod", "xcomp", "advcl", "conj")
# The clauses among them.
CLAUSES = ("ccomp", "xcomp", "parataxis", "advcl", "acl")
# Tags of verbs, auxiliaries included.
VERB_TAGS = ("AUX", "VERB")
# Marks at which a sentence may be interrupted.
INTERRUPTIONS = frozenset((",", ";", "—", "–", "--", "-", "("))
# Marks that part what stands before them from the sentence.
DASHES = frozenset(("—", "–", "--", "-"))
# Words by which a clause is denied.
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "nowhere"))
# What hangs on a noun and is no part of how the text names it.
AFTERTHOUGHTS = ("acl", "advcl", "appos", "aux", "cc", "conj", "cop", "dep", "mark", "nsubj", "parataxis", "punct")
# What joins the last items of a list, and any of them.
CONJUNCTIONS = frozenset(("and", "&"))
SEPARATORS = CONJUNCTIONS | {","}
# The mark of a possessor: "Lee's", "the Joneses'".
POSSESSIVES = ("'s", "’s", "'", "’")
