// Gives the shared precompiled header a target with at least one source.
