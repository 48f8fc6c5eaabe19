"""指标体系: the indicator set as data, its schema, and the sets that a county installs."""
