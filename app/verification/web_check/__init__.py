"""网络检索: what a person looks up on the web."""
